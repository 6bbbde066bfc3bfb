namespace Trawl.Mcp.Reference;

/// <summary>A section of the reference, or a line of a table of codes.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">It, in Markdown.</param>
internal sealed record ReferenceSection(string Title, string Text);
