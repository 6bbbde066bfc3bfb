namespace Trawl.Api.Pages;

/// <summary>What of a recorded body is wanted.</summary>
public enum PageBody
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its text, content coding and encoding removed.</summary>
    Text,

    /// <summary>Its bytes as they were received.</summary>
    Raw,
}
