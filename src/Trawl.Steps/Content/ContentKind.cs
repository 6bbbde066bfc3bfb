namespace Trawl.Steps.Content;

/// <summary>What selectors can be asked of a body.</summary>
internal enum ContentKind
{
    /// <summary>No text at all: an image, an archive.</summary>
    Other,
    Html,
    Json,
    Text,
}
