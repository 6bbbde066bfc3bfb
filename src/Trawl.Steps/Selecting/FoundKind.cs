namespace Trawl.Steps.Selecting;

/// <summary>What a selector found.</summary>
internal enum FoundKind : byte
{
    /// <summary>The page as a whole, as the scope of selectors.</summary>
    Page,
    Element,
    Json,
    Text,
}
