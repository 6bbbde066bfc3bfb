using Trawl.Api.Errors;
using Trawl.Api.Replaying;
using Trawl.Hosting.Home;
using Trawl.Hosting.Running;
using Trawl.Model.Plans;
using Trawl.Recording.Replaying;
using Trawl.Steps;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Replaying;

/// <summary>Runs changed pipelines over recorded runs and says what would have been different.</summary>
internal sealed class PlanTester(HomeFolder home, TimeProvider clock)
{
    public async Task<ApiResult<TryPlanResponse>> RunAsync(
        TryPlanRequest request, PipelinePlan plan, Action<double> onProgress, CancellationToken cancellationToken)
    {
        if (request.Concurrency is < 1 or > 1_000 || request.Limit is < 0 or > 100_000)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, "A trial works on 1 to 1,000 pages at once and shows 0 to 100,000 records.");
        }

        using var scratch = ScratchFolder.Create(home);
        var recorded = Path.Combine(home.Runs, request.RunId);
        var pages = PagesOf(recorded);
        var began = clock.GetTimestamp();
        var outcome = await new PlanTrial(
            new ReplayOptions
            {
                RecordedFolder = recorded,
                ScratchFolder = scratch.Path,
                Pages = p => new PageHandler(p),
                Seed = RunSeed.Of(request.RunId),
                Concurrency = request.Concurrency,
                OnProgress = done => onProgress(Math.Min(1, (double)done / pages)),
            },
            plan with { Capture = plan.Capture with { Mode = CaptureMode.None } }).RunAsync(cancellationToken);
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
            Missing = outcome.Missing,
        };
    }

    private static long PagesOf(string folder)
    {
        using var reader = RunReader.Open(folder);
        return Math.Max(1, reader.ReadProgress().Counters.Done);
    }

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
