namespace Trawl.Html.Selectors;

/// <summary>Why a selector was refused, and where.</summary>
/// <param name="Message">What was found, what was expected, and how to write it.</param>
/// <param name="Column">Zero-based offset into the selector's text, in UTF-16 units.</param>
public sealed record SelectorError(string Message, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"column {Column + 1}: {Message}");
}
