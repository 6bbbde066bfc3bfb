using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trawl.EndToEnd.Tests.Hostile;

/// <summary>One misbehaving host: a port of its own, and bytes where a server would have manners.</summary>
internal sealed class HostileHost : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Func<HostileExchange, Task> _answer;
    private int _hits;

    public HostileHost(Func<HostileExchange, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    /// <summary>Requests that came, those for robots.txt left out.</summary>
    public int Hits => Volatile.Read(ref _hits);

    public void Dispose()
    {
        _over.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptSocketAsync(_over.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    // One answer a connection: what comes after a misbehaviour is no HTTP.
    private async Task ServeAsync(Socket socket)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
            var path = (await reader.ReadLineAsync(_over.Token))?.Split(' ').ElementAtOrDefault(1);
            while (await reader.ReadLineAsync(_over.Token) is { Length: > 0 })
            {
            }

            if (path is null) return;
            if (path != "/robots.txt") Interlocked.Increment(ref _hits);
            await _answer(new HostileExchange(path, socket, stream, _over.Token));
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The client had enough, which is the point.
        }
    }
}
