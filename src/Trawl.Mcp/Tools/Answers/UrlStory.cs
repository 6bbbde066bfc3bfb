using Trawl.Api.Explaining;

namespace Trawl.Mcp.Tools.Answers;

internal sealed record UrlStory
{
    public required string Verdict { get; init; }

    public required string Url { get; init; }

    public required bool InScope { get; init; }

    public required string ScopeReason { get; init; }

    public string? Robots { get; init; }

    public required IReadOnlyList<string> Rules { get; init; }

    public string? State { get; init; }

    public string? Code { get; init; }

    public string? Meaning { get; init; }

    public required IReadOnlyList<AttemptView> Attempts { get; init; }

    /// <summary>How it was found, from the page it stood on up to a start point.</summary>
    public required IReadOnlyList<string> FoundBy { get; init; }

    public long Records { get; init; }

    public static UrlStory Of(UrlExplanation url) => new()
    {
        Verdict = url.Verdict,
        Url = url.Canonical,
        InScope = url.Scope.InScope,
        ScopeReason = url.Scope.Reason,
        Robots = url.Robots?.Reason,
        Rules = url.Rules,
        State = url.Request?.State.ToString().ToLowerInvariant(),
        Code = url.Request?.Code,
        Meaning = url.Meaning,
        Attempts = [.. url.Attempts.Select(AttemptView.Of)],
        FoundBy = [.. url.Path.Select(p => p.Url is null ? p.Via : $"{p.Via} on {p.Url}")],
        Records = url.Records,
    };
}
