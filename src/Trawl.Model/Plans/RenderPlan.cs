namespace Trawl.Model.Plans;

/// <summary>How the pages of a rule are opened in a browser.</summary>
public sealed record RenderPlan
{
    /// <summary>Which pages are.</summary>
    public RenderMode Mode { get; init; }

    /// <summary>CSS selectors each of which must find something before the page is read.</summary>
    public IReadOnlyList<string> WaitFor { get; init; } = [];

    /// <summary>
    /// How long nothing is loaded and nothing changes before the page counts as ready; null for half a second, or, where
    /// <see cref="WaitFor"/> names something, for no such wait.
    /// </summary>
    public TimeSpan? Quiet { get; init; }

    /// <summary>What the page does not get.</summary>
    public IReadOnlyList<ResourceKind> Block { get; init; } = [];

    /// <summary>Width of the window in CSS pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Height of the window in CSS pixels.</summary>
    public int Height { get; init; } = 800;

    /// <summary>BCP 47 tag of the language that the page is told.</summary>
    public string Locale { get; init; } = "en-GB";

    /// <summary>IANA name of the time zone that the page is told.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>The time that the page is told, always the same; null for the real one.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>What is done on the page before it is read, in this order.</summary>
    public IReadOnlyList<BrowserAction> Actions { get; init; } = [];

    /// <summary>Time the browser may take for one page.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What a screenshot shows; null for none.</summary>
    public ScreenshotArea? Screenshot { get; init; }

    /// <summary>Whether each page begins without cookies, storage and cache; otherwise the pages of a run share them.</summary>
    public bool Fresh { get; init; }
}
