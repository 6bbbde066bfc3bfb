namespace Trawl.Api.Pages;

/// <summary>Where an exchange is kept, and how it went.</summary>
/// <param name="File">Path of the capture file.</param>
/// <param name="Offset">Where its first record begins.</param>
/// <param name="Length">Bytes of all its records.</param>
/// <param name="IsRevisit">Whether the body was the same as an earlier one's and is kept only there.</param>
/// <param name="StartedAt">When the exchange began.</param>
/// <param name="DurationMs">Milliseconds to its last byte.</param>
/// <param name="Protocol">The protocol, as <c>HTTP/1.1</c>.</param>
/// <param name="Address">The peer's address; null when no connection was made.</param>
public sealed record RecordedAt(
    string File,
    long Offset,
    long Length,
    bool IsRevisit,
    DateTimeOffset StartedAt,
    double DurationMs,
    string Protocol,
    string? Address);
