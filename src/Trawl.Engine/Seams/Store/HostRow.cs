namespace Trawl.Engine.Seams.Store;

/// <summary>A host as stored.</summary>
/// <param name="Id">Its id in this run.</param>
/// <param name="Name">Origin.</param>
/// <param name="Queued">Requests in state Queued.</param>
/// <param name="NextAllowedAt">No request starts before this.</param>
/// <param name="Delay">The delay in force; null before the first request.</param>
/// <param name="Failures">Failures in a row.</param>
/// <param name="LeftLeased">Whether an engine died with requests of this host in hand: one may just have been sent.</param>
public sealed record HostRow(
    long Id,
    string Name,
    long Queued,
    DateTimeOffset NextAllowedAt,
    TimeSpan? Delay,
    int Failures,
    bool LeftLeased);
