using Trawl.Engine.Seams.Fetching;

namespace Trawl.Engine.Seams.Store;

/// <summary>One exchange as the run's index of its capture knows it.</summary>
public sealed record ExchangeRow
{
    /// <summary>The request; null for robots.txt.</summary>
    public long? RequestId { get; init; }

    /// <summary>The host whose robots.txt was looked for; null for a request.</summary>
    public long? RobotsOf { get; init; }

    /// <summary>
    /// Attempts of the request settled before; for robots.txt, exchanges stored for that host before, which the store
    /// counts itself.
    /// </summary>
    public int Attempt { get; init; }

    /// <summary>The URL asked for, where neither the request nor the host tells it: a redirected robots.txt.</summary>
    public string? Url { get; init; }

    /// <summary>Number of the capture file.</summary>
    public required int File { get; init; }

    /// <summary>Where its first record begins: the answer (response or revisit), or the request when none came.</summary>
    public required long Offset { get; init; }

    /// <summary>Bytes of all its records; they stand one behind the other.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-1 of the answer's body as received, 20 bytes; empty when there was no answer.</summary>
    public ReadOnlyMemory<byte> Digest { get; init; }

    /// <summary>Where the body stands when it is not stored again; null when it is stored here, or there is none.</summary>
    public CapturePlace? BodyAt { get; init; }

    /// <summary>When it began, to 100 ns.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took, to 100 ns.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>HTTP status; 0 when no answer came.</summary>
    public int Status { get; init; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public FetchErrorKind? Error { get; init; }
}
