namespace Trawl.Engine.Seams.Store;

/// <summary>How an attempt leaves its request.</summary>
public enum SettledAs
{
    Done,
    Failed,
    Skipped,

    /// <summary>Back into the frontier at <see cref="Settlement.NotBefore"/>.</summary>
    Retry,

    /// <summary>Back into the frontier at once, as if never leased: the engine stops before its turn.</summary>
    Released,
}
