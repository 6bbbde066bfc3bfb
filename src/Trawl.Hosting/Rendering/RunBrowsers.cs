using Trawl.Api.Errors;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Fetch.Rendering;
using Trawl.Hosting.Running;
using Trawl.Model.Errors;
using Trawl.Model.Plans;

namespace Trawl.Hosting.Rendering;

/// <summary>Gives runs whose rules want one their browser, and says where there is none.</summary>
internal sealed class RunBrowsers(BrowserSupport? support, string? named, TimeProvider clock)
{
    private const string NoSupport = "This program came without Trawl.Browser; run the pipeline with the command \"trawl\".";

    /// <summary>Why the plan cannot run here; null when it can, or wants no browser.</summary>
    public ApiError? Check(PipelinePlan plan) => !Wanted(plan) || (support is not null && support.Find(named) is not null)
        ? null
        : new ApiError(
            ApiErrorKind.InvalidRequest,
            $"{ErrorCode.BrowserMissing}: the page rule \"{plan.Pages.First(p => p.Render is not null).Name}\" opens pages in a browser, and "
            + $"{(named is null ? "no Chromium is installed" : $"there is none at \"{named}\"")}.",
            support?.WayOut ?? NoSupport);

    /// <summary>Puts the browser behind a fetcher. Where there is none, which <see cref="Check"/> says before, its pages fail.</summary>
    public IFetcher Around(IFetcher fetcher, PipelinePlan plan, IPageHandler pages, int seed, OwnedParts owned)
    {
        if (!Wanted(plan)) return fetcher;
        var renderer = owned.Add(Check(plan) is { } missing
            ? new MissingBrowser(missing.Message)
            : support!.Open(support.Find(named)!, plan, seed, clock));
        return new RenderingFetcher(fetcher, renderer, plan, pages);
    }

    /// <summary>An archive answers what it holds, in a browser as without.</summary>
    private static bool Wanted(PipelinePlan plan) => plan.Archive is null && plan.Pages.Any(rule => rule.Render is not null);
}
