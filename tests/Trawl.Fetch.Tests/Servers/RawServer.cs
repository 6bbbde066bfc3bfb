using System.Net;
using System.Net.Sockets;

namespace Trawl.Fetch.Tests.Servers;

/// <summary>A server that says exactly what a test wants said, however wrong it is.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RawConnection, Task> _serve;
    private readonly Task _accepting;

    public RawServer(Func<RawConnection, Task> serve, IPAddress? address = null, int port = 0)
    {
        _listener = new TcpListener(address ?? IPAddress.Loopback, port);
        _serve = serve;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"http://{_listener.LocalEndpoint}/";

    public int Accepted { get; private set; }

    /// <summary>Reads one request, sends the text and closes.</summary>
    public static RawServer Saying(string response, IPAddress? address = null, int port = 0) => new(async connection =>
    {
        await connection.ReadHeadAsync();
        await connection.SendAsync(response);
    }, address, port);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Accepted++;
                serving.Add(ServeAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await _serve(new RawConnection(socket, _stop.Token));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client left or the test is over.
            }
        }
    }
}
