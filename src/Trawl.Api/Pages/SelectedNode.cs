namespace Trawl.Api.Pages;

/// <summary>One thing a selector found.</summary>
/// <param name="Text">What a field would take from it, before transforms; null when it has none.</param>
/// <param name="Path">A CSS selector, or a JSON path, that finds it and nothing else; null for a match of a regular expression.</param>
/// <param name="Snippet">The page's source from there on, at most 400 characters.</param>
/// <param name="Line">Line in the decoded page, from 1; 0 when it is not known.</param>
/// <param name="Column">Column in UTF-16 code units, from 1; 0 when it is not known.</param>
public sealed record SelectedNode(string? Text, string? Path, string Snippet, int Line, int Column);
