namespace Trawl.Engine.Seams.Fetching;

/// <summary>
/// What came back. The body is as received, transfer coding removed and content coding kept, so that a capture can
/// store it; readers decode it. Disposing gives the buffer back: copy what must live longer.
/// </summary>
public sealed class FetchResult : IDisposable
{
    private readonly Action? _release;
    private int _holders = 1;
    private int _isDisposed;

    public FetchResult(Action? release = null) => _release = release;

    /// <summary>0 when no status line was received.</summary>
    public int Status { get; init; }

    public IReadOnlyList<FetchHeader> Headers { get; init; } = [];

    /// <summary>The body in memory; empty when it was spooled.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The file the body was spooled to; deleted when the result is disposed.</summary>
    public string? BodyFile { get; init; }

    /// <summary>Bytes of body received.</summary>
    public long BodyLength { get; init; }

    /// <summary>What went wrong; with a status when it happened behind the headers.</summary>
    public FetchError? Error { get; set; }

    /// <summary>
    /// The request's head as it was sent: start line and fields, the blank line behind them included. Empty where the
    /// protocol has no such bytes (HTTP/2), or none were sent; <see cref="SentHeaders"/> then has the fields.
    /// </summary>
    public ReadOnlyMemory<byte> RawRequestHead { get; init; }

    /// <summary>The fields sent, where <see cref="RawRequestHead"/> does not have them.</summary>
    public IReadOnlyList<FetchHeader> SentHeaders { get; init; } = [];

    /// <summary>The answer's head as it was received, the blank line included; empty where the protocol has no such bytes.</summary>
    public ReadOnlyMemory<byte> RawResponseHead { get; init; }

    /// <summary>The protocol the answer came by, as <c>HTTP/1.1</c>.</summary>
    public string Protocol { get; init; } = "HTTP/1.1";

    /// <summary>
    /// The answer as the server gave it, where <see cref="Body"/> is what a browser made of it, or should have, or is
    /// <see cref="Kept"/> from an earlier run; null for an answer that is what it was. Valid as long as this result.
    /// </summary>
    public FetchResult? Plain { get; init; }

    /// <summary>The earlier answer that this page is, because the server said that it had not changed; null otherwise.</summary>
    public KeptAnswer? Kept { get; init; }

    /// <summary>The page as PNG; empty when none was wanted.</summary>
    public ReadOnlyMemory<byte> Screenshot { get; init; }

    /// <summary>What people should know of this exchange though it went well; goes to the journal as warnings.</summary>
    public IReadOnlyList<string> Notes { get; set; } = [];

    /// <summary>What a capturing fetcher knows of this exchange; the commit takes it along. Null when nothing was captured.</summary>
    public CapturedExchange? Captured { get; set; }

    /// <summary>The peer's address, when a connection was made.</summary>
    public string? Address { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>When the answer, or what stands in its place, was there. Outcomes are judged by it, not by the clock.</summary>
    public DateTimeOffset ReceivedAt => StartedAt + Duration;

    /// <summary>The last header of that name, or null. Case does not matter.</summary>
    public string? Header(string name)
    {
        for (var i = Headers.Count - 1; i >= 0; i--)
        {
            if (string.Equals(Headers[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return Headers[i].Value;
            }
        }

        return null;
    }

    /// <summary>A stream over the body, wherever it is.</summary>
    public Stream OpenBody() =>
        BodyFile is null ? BodyStream.Open(Body) : File.OpenRead(BodyFile);

    /// <summary>Keeps body and file beyond <see cref="Dispose"/>, for somebody who reads them meanwhile.</summary>
    /// <returns>Ends that when it is called; once.</returns>
    public Action Hold()
    {
        Interlocked.Increment(ref _holders);
        return Drop;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            Drop();
        }
    }

    private void Drop()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _release?.Invoke();
        }
    }
}
