namespace Trawl.Warc.Reading;

/// <summary>Limits of a <see cref="WarcReader"/>: what a hostile file may cost.</summary>
public sealed record WarcReaderOptions
{
    /// <summary>The defaults.</summary>
    public static WarcReaderOptions Default { get; } = new();

    /// <summary>Most bytes of a record's head, and of the HTTP head in its block. Default 1 MiB.</summary>
    public int MaxHeadBytes { get; init; } = 1 << 20;

    /// <summary>
    /// Largest block, in bytes before compression. A record that says more is reported as
    /// <see cref="WarcProblemCode.BlockTooLarge"/> and not inflated. Default 4 GiB.
    /// </summary>
    public long MaxBlockBytes { get; init; } = 4L << 30;

    /// <summary>Most bytes of a gzip member that are searched for a record. Default 64 MiB.</summary>
    public long MaxGarbageInMember { get; init; } = 64L << 20;

    /// <summary>
    /// Most problems kept in <see cref="WarcReader.Problems"/>. All are counted and given to <see cref="OnProblem"/>.
    /// Default 1000.
    /// </summary>
    public int MaxProblems { get; init; } = 1000;

    /// <summary>Called for each problem as it is found, on the reading thread.</summary>
    public Action<WarcProblem>? OnProblem { get; init; }
}
