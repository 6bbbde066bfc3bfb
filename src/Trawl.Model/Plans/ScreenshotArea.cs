namespace Trawl.Model.Plans;

/// <summary>How much of a page a screenshot shows.</summary>
public enum ScreenshotArea
{
    /// <summary>What the window shows.</summary>
    Viewport,

    /// <summary>The whole page, down to its end.</summary>
    Page,
}
