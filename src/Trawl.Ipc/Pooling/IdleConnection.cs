namespace Trawl.Ipc.Pooling;

/// <summary>A connection that waits to be used, and since when.</summary>
internal readonly record struct IdleConnection(IpcConnection Connection, long Since);
