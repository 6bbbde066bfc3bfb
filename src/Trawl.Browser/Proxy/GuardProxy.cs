using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Trawl.Fetch.Egress;

namespace Trawl.Browser.Proxy;

/// <summary>
/// The browser's only way out: a forward proxy on loopback that dials what passed the egress guard, and nothing else. Unlike
/// the interception of requests it sees redirects, frames, workers and web sockets too.
/// </summary>
internal sealed class GuardProxy : IDisposable
{
    private const int MostRefusals = 100;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly GuardedDialer _dialer;
    private readonly ConcurrentDictionary<string, bool> _refusals = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _news = new();

    public GuardProxy(GuardedDialer dialer)
    {
        _dialer = dialer;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where it listens, as a browser is told.</summary>
    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>What was refused since the last call, each reason once a run.</summary>
    public IReadOnlyList<string> TakeRefusals()
    {
        var taken = new List<string>();
        while (_news.TryDequeue(out var refusal)) taken.Add(refusal);
        return taken;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token).ConfigureAwait(false);
                _ = ServeAsync(socket);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                // A connection that was gone before it was taken, or the end.
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        socket.NoDelay = true;
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        try
        {
            if (ProxyPeer.IsOurs(socket)) await new ProxyConnection(stream, _dialer, Refused).ServeAsync(stop.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Either side went away: the other learns it by the end of its connection.
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    private void Refused(string reason)
    {
        if (_refusals.Count < MostRefusals && _refusals.TryAdd(reason, true)) _news.Enqueue(reason);
    }
}
