namespace Trawl.Warc.Writing;

/// <summary>How a <see cref="WarcWriter"/> writes.</summary>
public sealed record WarcWriterOptions
{
    /// <summary>The defaults.</summary>
    public static WarcWriterOptions Default { get; } = new();

    /// <summary>Gzip by default.</summary>
    public WarcCompression Compression { get; init; } = WarcCompression.Gzip;

    /// <summary>
    /// Deflate's level, 0 (store) to 9 (smallest). Default 6. Level 1 has an encoder of its own, for writing beside work that
    /// matters more: half the time of zlib's level 1, with nothing to set up for each record.
    /// </summary>
    public int Level { get; init; } = 6;

    /// <summary>Whether each record gets a <c>WARC-Block-Digest</c> of SHA-256 (§5.8). Default false.</summary>
    public bool BlockDigests { get; init; }

    /// <summary>Whether records with a payload get a <c>WARC-Payload-Digest</c> of SHA-1 in Base32 (§5.9). Default true.</summary>
    public bool PayloadDigests { get; init; } = true;

    /// <summary>Where ids of records come from, when the caller names none. Default random UUIDs.</summary>
    public Func<Guid> NewId { get; init; } = Guid.NewGuid;
}
