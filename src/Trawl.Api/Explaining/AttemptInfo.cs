namespace Trawl.Api.Explaining;

/// <summary>One attempt of a request, from the journal.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Outcome">How it left the request: <c>done</c>, <c>failed</c>, <c>skipped</c>, <c>retry</c>, <c>released</c>.</param>
/// <param name="Status">HTTP status; null when there was none.</param>
/// <param name="Code">The code; null when all was well.</param>
/// <param name="Reason">What happened, for people.</param>
/// <param name="Bytes">Bytes received.</param>
/// <param name="DurationMs">Milliseconds from the start to the last byte.</param>
/// <param name="NotBefore">The time of the next attempt, where one follows.</param>
/// <param name="RedirectedTo">Where the server sent us; null when it did not.</param>
/// <param name="Rules">The page rules that matched.</param>
public sealed record AttemptInfo(
    DateTimeOffset At,
    string Outcome,
    int? Status,
    string? Code,
    string? Reason,
    long? Bytes,
    double? DurationMs,
    DateTimeOffset? NotBefore,
    string? RedirectedTo,
    IReadOnlyList<string> Rules);
