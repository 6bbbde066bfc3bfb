using Trawl.Engine.Seams.Fetching;

namespace Trawl.Recording.Reading;

/// <summary>One exchange as it was recorded: what was sent, what came back, and where it stands.</summary>
public sealed record RecordedExchange
{
    /// <summary>The request; null for robots.txt.</summary>
    public long? RequestId { get; init; }

    /// <summary>The host whose robots.txt was looked for; null for a request.</summary>
    public long? RobotsOf { get; init; }

    /// <summary>Attempts settled before it; for robots.txt, exchanges for that host before it.</summary>
    public int Attempt { get; init; }

    /// <summary>What was asked for.</summary>
    public required string Url { get; init; }

    public required string Method { get; init; }

    /// <summary>The request's head as sent, the blank line included, with secrets redacted.</summary>
    public required ReadOnlyMemory<byte> RequestHead { get; init; }

    /// <summary>The request's body; empty when there was none.</summary>
    public ReadOnlyMemory<byte> RequestBody { get; init; }

    /// <summary>HTTP status; 0 when no answer came.</summary>
    public int Status { get; init; }

    /// <summary>The answer's head as received, without transfer coding and with secrets redacted; empty when none came.</summary>
    public ReadOnlyMemory<byte> ResponseHead { get; init; }

    /// <summary>The answer's fields, in their order, as a fetcher gives them.</summary>
    public IReadOnlyList<FetchHeader> Headers { get; init; } = [];

    /// <summary>The body as rules see it: what the browser made, or as received, content coding on; where an error cut it short, as far as it came.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Bytes of the body as received, whatever a browser made of it.</summary>
    public long Received { get; init; }

    /// <summary>
    /// Whether <see cref="Body"/> and <see cref="Headers"/> are what a browser made of the answer; the answer itself is then
    /// <see cref="PlainBody"/>.
    /// </summary>
    public bool IsRendered { get; init; }

    /// <summary>The body as received, where a browser made another of it; empty otherwise.</summary>
    public ReadOnlyMemory<byte> PlainBody { get; init; }

    /// <summary>The page as PNG; empty when no picture was taken.</summary>
    public ReadOnlyMemory<byte> Screenshot { get; init; }

    /// <summary>
    /// The earlier answer that <see cref="Body"/> and <see cref="Headers"/> are of, because the server said that it had not
    /// changed; null for an answer that came whole.
    /// </summary>
    public KeptAnswer? Kept { get; init; }

    /// <summary>HTTP status as rules see it: that of the kept answer where there is one.</summary>
    public int PageStatus => Kept is null ? Status : 200;

    /// <summary>What people should know of it though it went well.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What went wrong; null when nothing did.</summary>
    public FetchError? Error { get; init; }

    /// <summary>The peer's address; null when no connection was made.</summary>
    public string? Address { get; init; }

    /// <summary>The protocol, as <c>HTTP/1.1</c>.</summary>
    public required string Protocol { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Number of the capture file; its name is <see cref="Capturing.CapturePath.Name"/>.</summary>
    public required int File { get; init; }

    /// <summary>Where its first record begins.</summary>
    public required long Offset { get; init; }

    /// <summary>Bytes of all its records.</summary>
    public required long Length { get; init; }

    /// <summary>Whether the body was seen before in this run and stands only there.</summary>
    public bool IsRevisit { get; init; }

    /// <summary>The last field of that name, or null. Case does not matter.</summary>
    public string? Header(string name) =>
        Headers.LastOrDefault(h => string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase)).Value;
}
