using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Trawl.EndToEnd.Tests.Egress;

namespace Trawl.Browser.Tests.Egress;

/// <summary>
/// Listens on every address of a lonely network, by TCP and UDP. At its public address it serves a page whose scripts try every
/// way out that a browser has; everywhere else it only writes down who came.
/// </summary>
internal sealed class CanaryNet : IDisposable
{
    private static readonly int[] s_ports = [80, 443, 22, 8080, 3478];

    private readonly IPAddress _public;
    private readonly IReadOnlyList<string> _targets;
    private readonly List<Socket> _sockets;
    private readonly ConcurrentQueue<string> _canary = new();
    private readonly ConcurrentQueue<string> _served = new();

    public CanaryNet(LonelyNetwork network, IPAddress publicAddress, IReadOnlyList<string> targets)
    {
        (_public, _targets) = (publicAddress, targets);
        _sockets = network.Do(() => s_ports.SelectMany(port => new[] { Tcp(port), Udp(port) }).ToList());
        foreach (var socket in _sockets) _ = socket.SocketType == SocketType.Stream ? AcceptAsync(socket) : ReceiveAsync(socket);
    }

    /// <summary>What arrived where nothing should.</summary>
    public IReadOnlyCollection<string> Canary => _canary;

    /// <summary>Paths that the public site was asked for.</summary>
    public IReadOnlyCollection<string> Served => _served;

    public void Dispose() => _sockets.ForEach(socket => socket.Dispose());

    private static Socket Tcp(int port)
    {
        var socket = Bound(new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp), port);
        socket.Listen();
        return socket;
    }

    private static Socket Udp(int port) => Bound(new Socket(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp), port);

    private static Socket Bound(Socket socket, int port)
    {
        socket.DualMode = true;
        socket.Bind(new IPEndPoint(IPAddress.IPv6Any, port));
        return socket;
    }

    private async Task ReceiveAsync(Socket socket)
    {
        var buffer = new byte[2048];
        try
        {
            while (true)
            {
                var got = await socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.IPv6Any, 0));
                _canary.Enqueue($"UDP on port {((IPEndPoint)socket.LocalEndPoint!).Port} from {got.RemoteEndPoint}");
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true) _ = ServeAsync(await listener.AcceptAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        var end = (IPEndPoint)socket.LocalEndPoint!;
        var isSite = end.Port == 80 && end.Address.MapToIPv6().Equals(_public.MapToIPv6());
        if (!isSite) _canary.Enqueue(end.ToString());
        try
        {
            using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
            var path = (await reader.ReadLineAsync())?.Split(' ').ElementAtOrDefault(1) ?? "";
            while (await reader.ReadLineAsync() is { Length: > 0 }) ;
            _served.Enqueue(path);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Answer(isSite ? path : "/canary")));
        }
        catch (IOException)
        {
            // The visitor left.
        }
    }

    private string Answer(string path)
    {
        if (path.StartsWith("/go/", StringComparison.Ordinal))
            return $"HTTP/1.1 307 Elsewhere\r\nLocation: {_targets[int.Parse(path[4..])]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        if (path != "/") return "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "hostile.html"))
            .Replace("TARGETS", JsonSerializer.Serialize(_targets), StringComparison.Ordinal);
        return $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(page)}\r\n\r\n{page}";
    }
}
