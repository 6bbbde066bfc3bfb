using Trawl.Drift.Profiles;
using Trawl.Model.Drift;
using Trawl.Model.Plans;

namespace Trawl.Drift.Judging;

/// <summary>More requests that fail, and more pages that no rule fits.</summary>
internal sealed class PageCheck : IDriftCheck
{
    public IEnumerable<Finding> Find(RunProfile now, Baseline before, DriftPlan settings)
    {
        if (Compare(now, before, DriftKind.Failing, "requests", Failing, settings) is var (share, was))
        {
            yield return new Finding(
                DriftKind.Failing, "requests", was, share.Value, share.Total,
                $"{Words.Percent(share.Value)} of requests fail{{0}}; it was {Words.Percent(was)}.");
        }

        if (Compare(now, before, DriftKind.NoRule, "pages", WithoutRule, settings) is var (pages, earlier))
        {
            yield return new Finding(
                DriftKind.NoRule, "pages", earlier, pages.Value, pages.Total,
                $"{Words.Percent(pages.Value)} of pages fit no rule{{0}}; it was {Words.Percent(earlier)}.");
        }
    }

    private static (Share Share, double Was)? Compare(
        RunProfile now, Baseline before, DriftKind kind, string subject, Func<RunProfile, Share> of, DriftPlan settings)
    {
        var earlier = before.Of(kind, subject).Where(run => run.Extent == now.Extent).Select(of).ToList();
        var share = of(now);
        return earlier.Count > 0 && ShareTest.IsLarger(share, earlier, settings.Change / 100.0, settings.Least)
            ? (share, Pool.Of(earlier))
            : null;
    }

    private static Share Failing(RunProfile run) => new(
        run.Outcomes.Where(o => o.Key is "4xx" or "5xx" or "error").Sum(o => o.Value), run.Outcomes.Values.Sum());

    private static Share WithoutRule(RunProfile run) => new(run.PagesWithoutRule, run.AllPages);
}
