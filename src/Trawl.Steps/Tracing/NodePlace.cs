namespace Trawl.Steps.Tracing;

/// <summary>Where something was found on a page.</summary>
/// <param name="Path">
/// A CSS selector that matches the element and no other; for JSON a normalised path (RFC 9535, section 2.7). Null when
/// the find has no node: a match of a regular expression.
/// </param>
/// <param name="Snippet">The page's source from there on, at most 400 characters; empty when the place is not known.</param>
/// <param name="Line">Line in the decoded page, from 1; 0 when the place is not known (structured data).</param>
/// <param name="Column">Column in UTF-16 code units, from 1; 0 when the place is not known.</param>
public sealed record NodePlace(string? Path, string Snippet, int Line, int Column)
{
    /// <summary>A place that nobody looked for.</summary>
    internal static NodePlace Unknown { get; } = new(null, "", 0, 0);
}
