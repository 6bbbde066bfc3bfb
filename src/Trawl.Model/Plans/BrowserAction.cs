namespace Trawl.Model.Plans;

/// <summary>One thing to do on a page before it is read.</summary>
public sealed record BrowserAction
{
    /// <summary>What is done.</summary>
    public required BrowserActionKind Kind { get; init; }

    /// <summary>CSS selector of the element; null for scrolling.</summary>
    public string? Css { get; init; }

    /// <summary>What is written, for <see cref="BrowserActionKind.Fill"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Times at most, for scrolling and <see cref="BrowserActionKind.Next"/>; 1 to 1,000.</summary>
    public int Times { get; init; } = 1;
}
