namespace Trawl.Api.Pages;

/// <summary>Asks for a page as a run recorded it.</summary>
public sealed record ShowPageRequest
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>An absolute http or https URL, in any spelling.</summary>
    public required string Url { get; init; }

    /// <summary>Which attempt, from 1; null for the one that decided: the last.</summary>
    public int? Attempt { get; init; }

    /// <summary>What of the body is wanted.</summary>
    public PageBody Body { get; init; }
}
