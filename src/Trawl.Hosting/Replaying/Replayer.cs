using Trawl.Api.Errors;
using Trawl.Api.Replaying;
using Trawl.Hosting.Home;
using Trawl.Hosting.Reading;
using Trawl.Hosting.Running;
using Trawl.Model.Ids;
using Trawl.Recording.Replaying;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Replaying;

/// <summary>Executes recorded runs again, in a folder of their own.</summary>
internal sealed class Replayer(HomeFolder home, HomeSeal seal, HeaderSecrets secrets, TimeProvider clock)
{
    private const int MissingShown = 100;

    public async Task<ApiResult<ReplayRunResponse>> RunAsync(
        ReplayRunRequest request, Action<double> onProgress, CancellationToken cancellationToken)
    {
        if (request.Concurrency is < 1 or > 1_000)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, "A replay works on 1 to 1,000 pages at once.");
        }

        var recorded = Path.Combine(home.Runs, request.RunId);
        using var reader = RunReader.Open(recorded);
        var plan = reader.ReadPlan();
        if (seal.Check(plan, reader.Urls()) is { } foreign)
        {
            return foreign;
        }

        using var scratch = ScratchFolder.Create(home);
        var (entries, run) = (reader.LastEntry(), reader.ReadRun());
        long stands = 1;
        var began = clock.GetTimestamp();
        using var plugins = new ReplayPlugins(plan, recorded, scratch.Path, secrets, clock);
        var outcome = await new RunReplay(new ReplayOptions
        {
            RecordedFolder = recorded,
            ScratchFolder = scratch.Path,
            Pages = plugins.Pages,
            Source = plugins.Source,
            Seal = seal.UrlsOf(plan),
            Seed = RunSeed.Of(new RunId(request.RunId).Value),
            Concurrency = request.Concurrency,
            OnProgress = sequence =>
            {
                stands = sequence;
                onProgress((double)sequence / entries);
            },
        }).RunAsync(cancellationToken);
        outcome = outcome with { Divergence = plugins.Name(outcome.Divergence), Missing = [.. outcome.Missing, .. plugins.Missing] };
        var took = clock.GetElapsedTime(began);
        using var made = RunReader.Open(scratch.Path);
        return new ReplayRunResponse
        {
            RunId = request.RunId,
            Verdict = outcome.Divergence is null ? ReplayVerdict.Same
                : outcome.Missing.Count > 0 ? ReplayVerdict.Incomplete
                : ReplayVerdict.Diverged,
            Entries = outcome.Entries,
            Same = outcome.Divergence is { } first ? first.Sequence - 1 : stands,
            IsWhole = RunStates.IsFinal(run.State),
            Pages = made.ReadProgress().Counters.Done,
            Seconds = Snapshots.Seconds(took),
            Divergence = outcome.Divergence is { } d ? new ReplayDivergence(d.Sequence, d.Expected, d.Got, d.Place) : null,
            Missing = [.. outcome.Missing.Take(MissingShown)],
            Outputs = [.. run.Outputs.Select(RunViews.Output)],
        };
    }
}
