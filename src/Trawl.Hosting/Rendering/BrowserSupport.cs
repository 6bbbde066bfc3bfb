using Trawl.Engine.Seams.Rendering;
using Trawl.Model.Plans;

namespace Trawl.Hosting.Rendering;

/// <summary>
/// What a program gives the host so that page rules can have a browser. Without it such pipelines are refused: the browser's
/// driver is larger than the rest of Trawl, so only programs that want it carry it.
/// </summary>
public sealed record BrowserSupport
{
    /// <summary>Finds the browser to use, given the path that the settings name; null when there is none.</summary>
    public required Func<string?, string?> Find { get; init; }

    /// <summary>How to come by one.</summary>
    public required string WayOut { get; init; }

    /// <summary>Makes the renderer of a run: path of the browser, plan, seed of chance, clock. It starts nothing before the first page.</summary>
    public required Func<string, PipelinePlan, int, TimeProvider, IPageRenderer> Open { get; init; }
}
