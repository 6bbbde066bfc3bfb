namespace Trawl.Api.Explaining;

/// <summary>What a robots.txt says of a URL.</summary>
/// <param name="Allowed">Whether the URL may be fetched.</param>
/// <param name="Rule">The rule that decided, as it stands in the file; null when none matches.</param>
/// <param name="Line">Its line, from 1; 0 when none matches.</param>
/// <param name="Reason">The decision in words.</param>
/// <param name="FetchedAt">When the file was fetched.</param>
/// <param name="Obeyed">Whether the pipeline obeys robots.txt.</param>
public sealed record RobotsDecision(
    bool Allowed,
    string? Rule,
    int Line,
    string Reason,
    DateTimeOffset? FetchedAt,
    bool Obeyed);
