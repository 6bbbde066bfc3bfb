namespace Trawl.Engine.Seams.Fetching;

/// <summary>
/// What came back. The body is as received, transfer coding removed and content coding kept, so that a capture can
/// store it; readers decode it. Disposing gives the buffer back: copy what must live longer.
/// </summary>
public sealed class FetchResult : IDisposable
{
    private Action? _release;

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
    public FetchError? Error { get; init; }

    /// <summary>The peer's address, when a connection was made.</summary>
    public string? Address { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public TimeSpan Duration { get; init; }

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

    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
