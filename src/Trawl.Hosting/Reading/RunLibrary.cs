using Trawl.Api.Drift;
using Trawl.Api.Errors;
using Trawl.Api.Explaining;
using Trawl.Api.Graphs;
using Trawl.Api.Hosts;
using Trawl.Api.Journal;
using Trawl.Api.Outputs;
using Trawl.Api.Records;
using Trawl.Api.Requests;
using Trawl.Api.Runs;
using Trawl.Engine.Seams.Store;
using Trawl.Hosting.Graphs;
using Trawl.Hosting.Home;
using Trawl.Hosting.Running;
using Trawl.Model.Ids;
using Trawl.Model.Journal;
using Trawl.Model.Plans;
using Trawl.Model.Records;
using Trawl.Model.Runs;
using Trawl.Storage.Outputs;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;

namespace Trawl.Hosting.Reading;

/// <summary>The runs of a home, read from their files beside whatever engine writes them.</summary>
internal sealed class RunLibrary(HomeFolder home, HomeSeal seal)
{
    private const int WarningsShown = 20;

    /// <summary>One run by its id.</summary>
    public ApiResult<RunSummary> Find(string runId) =>
        Open(runId).TryGet(out var reader, out var error) ? Use(reader, r => RunViews.Summary(r.ReadRun())) : error;

    /// <exception cref="IOException">There is no such run.</exception>
    /// <exception cref="RunStoreException">The run cannot be read.</exception>
    public PipelinePlan ReadPlan(string runId)
    {
        using var reader = Open(runId).TryGet(out var found, out var error) ? found : throw new IOException(error.Message);
        return reader.ReadPlan();
    }

    public ApiResult<ListRunsResponse> List(ListRunsRequest request)
    {
        if (Limits.Check(request.Limit) is { } wrong)
        {
            return wrong;
        }

        var folders = RunFolders.List(home.Runs);
        return new ListRunsResponse(
            [.. folders.Where(f => f.Run is not null && (request.State is null || f.Run.State == request.State))
                .Take(request.Limit).Select(f => RunViews.Summary(f.Run!))],
            [.. folders.Where(f => f.Problem is not null).Select(f => new DamagedRun(f.Folder, f.Problem!))]);
    }

    public ApiResult<RunDetails> Show(string runId) => Read(runId, reader =>
    {
        var run = reader.ReadRun();
        var counts = reader.RecordCounts();
        return new RunDetails
        {
            Run = RunViews.Summary(run),
            Folder = run.Folder,
            PlanHash = run.PlanHash,
            Records = counts.ToDictionary(c => c.Type, c => c.Published),
            Quarantined = counts.Where(c => c.Quarantined > 0).ToDictionary(c => c.Type, c => c.Quarantined),
            Outputs = [.. run.Outputs.Select(RunViews.Output)],
            Sinks = [.. reader.Sinks().Select(RunViews.Sink)],
            Capture = RunViews.Capture(run.Folder, reader.CaptureFiles(), reader.CountExchanges()),
            Problems = [.. reader.Outcomes().Select(RunViews.Group)],
            Drift = DriftView.Of(reader),
            Changes = reader.Changes(),
            Warnings =
            [
                .. ArchiveWarnings.Of(run.Folder),
                .. reader.LatestEntries(JournalKind.Warning, WarningsShown).Select(RunViews.Message),
            ],
        };
    });

    public ApiResult<DriftReport> Drift(string runId) => Read(runId, DriftReports.Of);

    public ApiResult<PlanGraph> Graph(string runId) => Read(runId, reader => PlanGraphs.Of(reader.ReadPlan()));

    /// <summary>The picture of a run that nobody works on.</summary>
    public RunSnapshot Last(string runId)
    {
        ApiResult<RunSummary> found;
        try
        {
            found = Find(runId);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or RunStoreException)
        {
            found = DiskErrors.Of(error);
        }

        return found.TryGet(out var run, out var refused)
            ? RunViews.Last(run)
            : new RunSnapshot
            {
                RunId = runId,
                State = RunState.Failed,
                Requests = new RequestCounts(0, 0, 0, 0, 0),
                IsLast = true,
                Error = refused,
            };
    }

    public ApiResult<RequestPage> Requests(ListRequestsRequest request) => Limits.Check(request.Limit) is { } wrong
        ? wrong
        : Read(request.RunId, reader =>
        {
            var rows = reader.Requests(new RequestQuery
            {
                State = request.State,
                Code = request.Code,
                UrlContains = request.UrlContains,
                After = request.After,
                Limit = request.Limit + 1,
            });
            var more = rows.Count > request.Limit;
            return new RequestPage([.. rows.Take(request.Limit).Select(RunViews.Request)], more ? rows[request.Limit - 1].Id : null);
        });

    public ApiResult<RecordPage> Records(ListRecordsRequest request, bool quarantined) => Limits.Check(request.Limit) is { } wrong
        ? wrong
        : Read(request.RunId, reader =>
        {
            var rows = reader.Records(new RecordQuery
            {
                Type = request.Type,
                Status = quarantined ? RecordStatus.Quarantined : RecordStatus.Kept,
                After = request.After,
                Limit = request.Limit + 1,
            });
            var more = rows.Count > request.Limit;
            return new RecordPage([.. rows.Take(request.Limit).Select(RunViews.Record)], more ? rows[request.Limit - 1].Id : null);
        });

    public ApiResult<ListHostsResponse> Hosts(ListHostsRequest request) => Limits.Check(request.Limit) is { } wrong
        ? wrong
        : Read(request.RunId, reader => new ListHostsResponse(
            [.. reader.Hosts(request.Limit).Select(h => RunViews.Host(h, reader.Robots(h.Id)))]));

    public ApiResult<JournalPage> Journal(ReadJournalRequest request) => Limits.Check(request.Limit) is { } wrong
        ? wrong
        : Read(request.RunId, reader =>
        {
            // The state first: what is written after the last read cannot be missed by a run already over.
            var isOver = RunStates.IsFinal(reader.ReadProgress().State);
            var entries = reader.Journal(request.After, request.Limit);
            return new JournalPage(
                [.. entries.Select(RunViews.Event)],
                entries.Count > 0 ? entries[^1].Sequence : request.After,
                isOver && entries.Count < request.Limit);
        });

    public ApiResult<UrlExplanation> Explain(ExplainRequest request)
    {
        if (!Open(request.RunId).TryGet(out var reader, out var error))
        {
            return error;
        }

        using (reader)
        {
            return new Explainer(reader, seal).Explain(request.Url);
        }
    }

    public async Task<ApiResult<ExportResponse>> ExportAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        if (!Check(request).TryGet(out var target, out var error))
        {
            return error;
        }

        var outputs = await new DatasetExporter(FolderOf(request.RunId))
            .ExportAsync(target.Format, request.Path, request.Records, request.Changes ? DatasetPart.Changes : DatasetPart.Published, cancellationToken);
        return new ExportResponse([.. outputs.Select(RunViews.Output)]);
    }

    /// <summary>Writes records to a stream; not as SQLite, which needs a file.</summary>
    public async Task<ApiResult<ExportResponse>> ExportAsync(
        ExportRequest request, Stream stream, CancellationToken cancellationToken)
    {
        if (!Check(request).TryGet(out var target, out var error))
        {
            return error;
        }

        if (target.Format == OutputFormat.Sqlite)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, "SQLite cannot be written to a stream.", "Give a file with --to.");
        }

        var counts = await new DatasetExporter(FolderOf(request.RunId))
            .ExportAsync(target.Format, stream, request.Records, request.Changes ? DatasetPart.Changes : DatasetPart.Published, cancellationToken);
        return new ExportResponse([new OutputFile("-", target.Format.ToString().ToLowerInvariant(), counts, 0, "")]);
    }

    private ApiResult<ExportTarget> Check(ExportRequest request)
    {
        if (request.Changes && Open(request.RunId).TryGet(out var reader, out _))
        {
            using (reader)
            {
                if (Exports.Uncompared(reader.Changes(), request.RunId) is { } uncompared)
                {
                    return uncompared;
                }
            }
        }

        return Exports.Check(request, Types(request.RunId));
    }

    private ApiResult<IReadOnlyList<string>> Types(string runId) =>
        Read<IReadOnlyList<string>>(runId, r => [.. r.ReadPlan().Records.Select(t => t.Name)]);

    private ApiResult<T> Read<T>(string runId, Func<RunReader, T> read)
        where T : class =>
        Open(runId).TryGet(out var reader, out var error) ? Use(reader, read) : error;

    private static ApiResult<T> Use<T>(RunReader reader, Func<RunReader, T> read)
        where T : class
    {
        using (reader)
        {
            return read(reader);
        }
    }

    private ApiResult<RunReader> Open(string runId)
    {
        if (!RunId.TryParse(runId, out _) || !File.Exists(RunFiles.Database(FolderOf(runId))))
        {
            return new ApiError(
                ApiErrorKind.NotFound, $"There is no run \"{runId}\" in \"{home.Root}\".", "\"trawl runs\" lists those there are.");
        }

        return RunReader.Open(FolderOf(runId));
    }

    private string FolderOf(string runId) => Path.Combine(home.Runs, runId);
}
