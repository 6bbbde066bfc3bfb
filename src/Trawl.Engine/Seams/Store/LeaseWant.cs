namespace Trawl.Engine.Seams.Store;

/// <summary>Asks for up to so many of a host's queued requests, oldest first.</summary>
public readonly record struct LeaseWant(long HostId, int Count);
