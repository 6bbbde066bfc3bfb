namespace Trawl.Ipc;

/// <summary>A pooled connection for exclusive use. Dispose of it to give it back.</summary>
public readonly struct IpcLease : IDisposable
{
    private readonly IpcPool _pool;

    internal IpcLease(IpcPool pool, IpcConnection connection) => (_pool, Connection) = (pool, connection);

    /// <summary>The connection. It is not to be disposed of, unless it is to be thrown away.</summary>
    public IpcConnection Connection { get; }

    /// <summary>Gives the connection back. Once.</summary>
    public void Dispose() => _pool.Return(Connection);
}
