using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trawl.EndToEnd.Tests.Egress;

/// <summary>
/// Listens on every address of a lonely network. At its public address it is a web site that tries to send its visitors
/// anywhere else; everywhere else it is a canary that only counts who came.
/// </summary>
internal sealed class CanarySite : IDisposable
{
    private static readonly int[] s_ports = [80, 443, 22, 6379, 8080];

    private readonly IPAddress _public;
    private readonly IReadOnlyList<string> _targets;
    private readonly List<Socket> _listeners;
    private readonly ConcurrentQueue<string> _canary = new();
    private int _served;

    public CanarySite(LonelyNetwork network, IPAddress publicAddress, IReadOnlyList<string> targets)
    {
        _public = publicAddress;
        _targets = targets;
        _listeners = network.Do(() => s_ports.Select(Listen).ToList());
        foreach (var listener in _listeners) _ = AcceptAsync(listener);
    }

    /// <summary>Where connections arrived that should not have.</summary>
    public IReadOnlyCollection<string> Canary => _canary;

    /// <summary>Requests that the web site answered.</summary>
    public int Served => _served;

    public void Dispose() => _listeners.ForEach(listener => listener.Dispose());

    private static Socket Listen(int port)
    {
        var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
        socket.Bind(new IPEndPoint(IPAddress.IPv6Any, port));
        socket.Listen();
        return socket;
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
        if (end.Port != 80 || !end.Address.MapToIPv6().Equals(_public.MapToIPv6())) _canary.Enqueue(end.ToString());
        try
        {
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            var path = (await reader.ReadLineAsync())?.Split(' ').ElementAtOrDefault(1);
            var host = "";
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
            {
                if (line.StartsWith("Host: ", StringComparison.Ordinal)) host = line[6..];
            }

            if (path is null) return;
            Interlocked.Increment(ref _served);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Answer(host, path)));
        }
        catch (IOException)
        {
            // The visitor left.
        }
    }

    private string Answer(string host, string path)
    {
        if (path == "/robots.txt" && host == "robots.example") return Found("http://192.168.0.1/robots.txt");
        if (path == "/robots.txt") return Response("404 Not Found", "", "");
        if (path.StartsWith("/go/", StringComparison.Ordinal)) return Found(_targets[int.Parse(path[4..])]);
        var links = _targets.Select((target, i) => $"<a href='{target}'>{i}</a><a href='/go/{i}'>{i}</a>");
        return Response("200 OK", "Content-Type: text/html; charset=utf-8\r\n", $"<h1>hello</h1>{string.Concat(links)}");
    }

    private static string Found(string target) => Response("302 Found", $"Location: {target}\r\n", "");

    private static string Response(string status, string headers, string body) =>
        $"HTTP/1.1 {status}\r\n{headers}Connection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
}
