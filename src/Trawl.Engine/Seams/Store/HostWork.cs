namespace Trawl.Engine.Seams.Store;

/// <summary>A host whose number of queued requests changed, or that is new.</summary>
/// <param name="HostId">The host.</param>
/// <param name="Name">Its origin.</param>
/// <param name="Queued">Requests in state Queued after the commit.</param>
public readonly record struct HostWork(long HostId, string Name, long Queued);
