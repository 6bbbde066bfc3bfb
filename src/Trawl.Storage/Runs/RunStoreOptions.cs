namespace Trawl.Storage.Runs;

/// <summary>How a store works; the defaults are right for everything but tests and benchmarks.</summary>
public sealed record RunStoreOptions
{
    /// <summary>Commits on the caller's thread, for the deterministic simulation.</summary>
    public bool Inline { get; init; }

    /// <summary>
    /// Whether a commit waits for the disk; false measures what that costs, and loses runs in a power cut.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>Memory for pages of the database, in KiB.</summary>
    public int CacheKib { get; init; } = 32 << 10;
}
