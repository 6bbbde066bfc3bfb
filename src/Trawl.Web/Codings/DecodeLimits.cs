namespace Trawl.Web.Codings;

/// <summary>What a body may grow to while it is decoded.</summary>
/// <param name="MaxBytes">Decoded bytes at most, after each coding; 0 or more. More than 2 GiB counts as 2 GiB.</param>
/// <param name="MaxRatio">
/// Decoded bytes at most for each byte received, from <see cref="RatioFrom"/> decoded bytes on: the mark of a
/// decompression bomb. 1 or more; real pages stay below 100, and gzip itself cannot exceed 1,032.
/// </param>
public readonly record struct DecodeLimits(long MaxBytes, int MaxRatio = DecodeLimits.DefaultRatio)
{
    /// <summary>The usual <see cref="MaxRatio"/>.</summary>
    public const int DefaultRatio = 250;

    /// <summary>Decoded bytes up to which any ratio is accepted: small pages may well be one repeated line.</summary>
    public const int RatioFrom = 1 << 20;

    internal int For(int received)
    {
        var byRatio = Math.Max(RatioFrom, (long)received * Math.Max(1, MaxRatio));
        return (int)Math.Clamp(Math.Min(MaxBytes, byRatio), 0, Array.MaxLength);
    }
}
