using Trawl.Api.Errors;
using Trawl.Api.Replaying;
using Trawl.Hosting.Home;
using Trawl.Hosting.Running;
using Trawl.Model.Plans;
using Trawl.Recording.Replaying;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Replaying;

/// <summary>Runs changed pipelines over recorded runs and says what would have been different.</summary>
internal sealed class PlanTester(HomeFolder home, HomeSeal seal, HeaderSecrets secrets, TimeProvider clock)
{
    public async Task<ApiResult<TryPlanResponse>> RunAsync(
        TryPlanRequest request, PipelinePlan plan, Action<double> onProgress, CancellationToken cancellationToken)
    {
        if (request.Concurrency is < 1 or > 1_000 || request.Limit is < 0 or > 100_000)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, "A trial works on 1 to 1,000 pages at once and shows 0 to 100,000 records.");
        }

        var recorded = Path.Combine(home.Runs, request.RunId);
        using var reader = RunReader.Open(recorded);
        var made = reader.ReadPlan();
        if (seal.Check(made, reader.Urls()) is { } foreign)
        {
            return foreign;
        }

        using var scratch = ScratchFolder.Create(home);
        plan = Recorded(plan, made);
        var pages = Math.Max(1, reader.ReadProgress().Counters.Done);
        using var plugins = new ReplayPlugins(plan, recorded, scratch.Path, secrets, clock);
        var began = clock.GetTimestamp();
        var outcome = await new PlanTrial(
            new ReplayOptions
            {
                RecordedFolder = recorded,
                ScratchFolder = scratch.Path,
                Pages = plugins.Pages,
                Source = plugins.Source,
                Seal = seal.UrlsOf(plan),
                Seed = RunSeed.Of(request.RunId),
                Concurrency = request.Concurrency,
                OnProgress = done => onProgress(Math.Min(1, (double)done / pages)),
            },
            PlanSealing.Seal(plan, seal)).RunAsync(cancellationToken);
        var took = clock.GetElapsedTime(began);
        var (types, records) = Compare(recorded, scratch.Path, request.Limit);
        return new TryPlanResponse
        {
            RunId = request.RunId,
            Pages = outcome.Result.Counters.Done,
            Seconds = Snapshots.Seconds(took),
            Reason = outcome.Result.Reason,
            Types = types,
            Records = records,
            Missing = [.. outcome.Missing.Concat(plugins.Missing).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>The plan as it works on what is recorded: what was sealed then is sealed now, an archive's pages are its pages.</summary>
    private static PipelinePlan Recorded(PipelinePlan plan, PipelinePlan made) => plan with
    {
        Archive = made.Archive,
        Capture = plan.Capture with
        {
            Mode = CaptureMode.None,
            RedactQuery = [.. plan.Capture.RedactQuery.Union(made.Capture.RedactQuery)],
        },
    };

    private static (IReadOnlyList<TypeDiff> Types, IReadOnlyList<RecordDiff> Records) Compare(string before, string after, int limit)
    {
        var tallies = new SortedDictionary<string, TypeTally>(StringComparer.Ordinal);
        var records = new List<RecordDiff>();
        foreach (var pair in RecordPairs.Of(before, after))
        {
            if (!tallies.TryGetValue(pair.Type, out var tally))
            {
                tallies[pair.Type] = tally = new TypeTally(pair.Type, limit);
            }

            if (tally.Add(pair) is { } difference)
            {
                records.Add(difference);
            }
        }

        return ([.. tallies.Values.Select(t => t.Sum())], records);
    }
}
