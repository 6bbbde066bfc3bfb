using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trawl.Fetch.Tests.Servers;

/// <summary>A proxy on loopback: HTTP with CONNECT, or SOCKS5; with a password or without. Keeps what it was asked.</summary>
public sealed class TestProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string? _secret;
    private readonly bool _isSocks;
    private readonly Task _accepting;

    /// <param name="isSocks">Whether it speaks SOCKS5.</param>
    /// <param name="secret"><c>user:password</c>; null to let everybody through.</param>
    public TestProxy(bool isSocks = false, string? secret = null)
    {
        (_isSocks, _secret) = (isSocks, secret);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"{(_isSocks ? "socks5" : "http")}://{_listener.LocalEndpoint}");

    /// <summary>First lines of what it was asked; of SOCKS <c>SOCKS host:port</c>.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

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
                serving.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var client = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await (_isSocks ? SocksAsync(client) : HttpAsync(client));
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
        {
            // The client left.
        }
    }

    private async Task HttpAsync(NetworkStream client)
    {
        while (await ReadHeadAsync(client) is { Length: > 0 } head)
        {
            var line = head.Split("\r\n")[0];
            Asked.Enqueue(line);
            if (_secret is not null && !head.Contains("Proxy-Authorization: Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(_secret)), StringComparison.OrdinalIgnoreCase))
            {
                await SendAsync(client, "HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
                continue;
            }

            if (line.StartsWith("CONNECT ", StringComparison.Ordinal))
            {
                using var target = await DialAsync(line.Split(' ')[1]);
                await SendAsync(client, "HTTP/1.1 200 Go on\r\n\r\n");
                await RelayAsync(client, new NetworkStream(target));
                return;
            }

            await ForwardAsync(client, head, new Uri(line.Split(' ')[1]));
            return;
        }
    }

    private async Task ForwardAsync(NetworkStream client, string head, Uri url)
    {
        using var target = await DialAsync(url.Authority);
        await using var stream = new NetworkStream(target);
        var fields = head.Split("\r\n").Skip(1).Where(field => !field.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase));
        await SendAsync(stream, $"GET {url.PathAndQuery} HTTP/1.1\r\nConnection: close\r\n{string.Join("\r\n", fields)}");
        await stream.CopyToAsync(client, _stop.Token);
    }

    private async Task SocksAsync(NetworkStream client)
    {
        var hello = new byte[2];
        await client.ReadExactlyAsync(hello, _stop.Token);
        await client.ReadExactlyAsync(new byte[hello[1]], _stop.Token);
        await client.WriteAsync(new byte[] { 5, (byte)(_secret is null ? 0 : 2) }, _stop.Token);
        if (_secret is not null && !await IsKnownAsync(client)) return;
        var ask = new byte[4];
        await client.ReadExactlyAsync(ask, _stop.Token);
        var host = ask[3] == 1 ? new IPAddress(await ReadAsync(client, 4)).ToString() : Encoding.ASCII.GetString(await ReadAsync(client, (await ReadAsync(client, 1))[0]));
        var port = await ReadAsync(client, 2);
        var place = $"{host}:{(port[0] << 8) | port[1]}";
        Asked.Enqueue("SOCKS " + place);
        using var target = await DialAsync(place);
        await client.WriteAsync(new byte[] { 5, 0, 0, 1, 127, 0, 0, 1, 0, 0 }, _stop.Token);
        await RelayAsync(client, new NetworkStream(target));
    }

    private async Task<bool> IsKnownAsync(NetworkStream client)
    {
        var user = await ReadAsync(client, (await ReadAsync(client, 2))[1]);
        var password = await ReadAsync(client, (await ReadAsync(client, 1))[0]);
        var isKnown = $"{Encoding.UTF8.GetString(user)}:{Encoding.UTF8.GetString(password)}" == _secret;
        await client.WriteAsync(new byte[] { 1, (byte)(isKnown ? 0 : 1) }, _stop.Token);
        return isKnown;
    }

    private async Task<byte[]> ReadAsync(NetworkStream client, int length)
    {
        var bytes = new byte[length];
        await client.ReadExactlyAsync(bytes, _stop.Token);
        return bytes;
    }

    /// <summary>Names ending in <c>.test</c> are this machine: only the proxy knows them.</summary>
    private async Task<Socket> DialAsync(string place)
    {
        var (host, port) = (place[..place.LastIndexOf(':')], int.Parse(place[(place.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(host.EndsWith(".test", StringComparison.Ordinal) ? "127.0.0.1" : host, port, _stop.Token);
        return socket;
    }

    private async Task RelayAsync(NetworkStream client, NetworkStream target)
    {
        await using (target)
        {
            var there = client.CopyToAsync(target, _stop.Token);
            await target.CopyToAsync(client, _stop.Token);
            client.Socket.Shutdown(SocketShutdown.Both);
            await there;
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream client)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await client.ReadAsync(one, _stop.Token) == 1) head.Append((char)one[0]);
        return head.ToString();
    }

    private Task SendAsync(NetworkStream to, string text) => to.WriteAsync(Encoding.Latin1.GetBytes(text), _stop.Token).AsTask();
}
