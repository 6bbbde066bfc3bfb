using System.Collections.Concurrent;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Dispatching;
using Trawl.Ipc.Handshakes;
using Trawl.Ipc.Native;
using Trawl.Ipc.Servers;

namespace Trawl.Ipc;

/// <summary>
/// Serves thousands of connections on few threads. A connection is one socket and one piece of memory, never a thread;
/// what one peer does, or does not do, never holds up another.
/// </summary>
public sealed class IpcServer : IAsyncDisposable, IDisposable
{
    private readonly ListeningSocket _listening;
    private readonly IpcHandlers _handlers;
    private readonly Dispatcher[] _dispatchers;
    private readonly Acceptor _acceptor;
    private readonly ConcurrentDictionary<Guid, IpcConnection> _connections = new();
    private ulong _epoch;
    private readonly Admissions _admissions;
    private int _turnedAway;
    private int _isDisposed;

    private IpcServer(IpcEndpoint endpoint, ListeningSocket listening, IpcHandlers handlers, IpcServerOptions options)
    {
        (Endpoint, _listening, _handlers, Options) = (endpoint, listening, handlers, options);
        _admissions = new(options.MaxConnections, options.MaxConnectionsPerProcess);
        _dispatchers = [.. Enumerable.Range(1, options.Dispatchers).Select(i => new Dispatcher($"trawl-ipc-server-{i}", options))];
        _acceptor = new(listening, this, _dispatchers[0]);
        _dispatchers[0].Add(_acceptor, Epoll.In);
    }

    /// <summary>Where it listens.</summary>
    public IpcEndpoint Endpoint { get; }

    /// <summary>What it was told.</summary>
    public IpcServerOptions Options { get; }

    /// <summary>The connections of this moment.</summary>
    public ICollection<IpcConnection> Connections => _connections.Values;

    /// <summary>Peers that were refused, or did not greet properly, or not in time.</summary>
    public int TurnedAway => Volatile.Read(ref _turnedAway);

    /// <summary>Binds the endpoint and begins to serve. A socket that a dead server left there is replaced.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The folder is not private, or a live server has the endpoint.</exception>
    public static IpcServer Listen(IpcEndpoint endpoint, IpcHandlers handlers, IpcServerOptions? options = null)
    {
        options ??= new();
        options.Checked();
        return new(endpoint, ListeningSocket.Open(endpoint, options.Backlog), handlers, options);
    }

    /// <summary>
    /// Asks the peers for no new calls, waits until the calls that are being served on the thread pool are done, but no
    /// longer than told, and closes everything.
    /// </summary>
    public async Task StopAsync(TimeSpan patience, CancellationToken cancellation = default)
    {
        foreach (var connection in Connections) connection.Link.SayGoAway();
        var idle = Task.WhenAll(Connections.Select(connection => connection.Link.Inbound.WhenIdle()));
        await Task.WhenAny(idle, Task.Delay(patience, TimeProvider.System, cancellation)).ConfigureAwait(false);
        Dispose();
    }

    /// <summary>Stops listening, closes all connections and removes the socket.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        foreach (var dispatcher in _dispatchers) dispatcher.Dispose();
        _listening.Dispose();

        // Whom a dispatcher has admitted to another one that had stopped already.
        foreach (var connection in Connections) connection.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal ulong NextEpoch() => Interlocked.Increment(ref _epoch);

    /// <summary>Why the peer may not enter, or null: then it has.</summary>
    internal string? Enter(ServerHandshake handshake)
    {
        var reason = _admissions.Enter(handshake.Peer.Process);
        if (reason is not null) Interlocked.Increment(ref _turnedAway);
        return reason;
    }

    internal void Admit(ServerHandshake handshake)
    {
        var dispatcher = _dispatchers.MinBy(d => d.Count)!;
        var link = new Link(handshake.Transport!, handshake.Agreement!, Options, _handlers, isServer: true, dispatcher);
        var connection = new IpcConnection(link, handshake.Peer.Process);
        _connections[connection.Session] = connection;
        _ = connection.Closed.ContinueWith(_ =>
            Forget(connection), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        link.Start();
        Options.OnConnected?.Invoke(connection);
    }

    internal void TurnAway(ServerHandshake handshake)
    {
        _admissions.Leave(handshake.Peer.Process);
        Interlocked.Increment(ref _turnedAway);
        handshake.Socket.Dispose();
    }

    private void Forget(IpcConnection connection)
    {
        _admissions.Leave(connection.PeerProcess);
        _connections.TryRemove(connection.Session, out _);
    }
}
