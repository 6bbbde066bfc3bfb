using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trawl.Warc.Tests.Judges;

/// <summary>A site of a few pages on loopback: links, the same page twice, chunks, a redirect, a missing page.</summary>
internal sealed class SmallSite : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _loop;

    public SmallSite()
    {
        _listener.Start();
        _loop = ServeAsync();
    }

    public string Root => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}/";

    public void Dispose()
    {
        _listener.Stop();
        _loop.Wait();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException or InvalidOperationException)
            {
                if (!_listener.Server.IsBound) return;
            }
        }
    }

    private static async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var first = await reader.ReadLineAsync() ?? "";
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
        }

        await stream.WriteAsync(Answer(first.Split(' ') is [_, var path, ..] ? path : "/"));
    }

    private static byte[] Answer(string path)
    {
        const string close = "Connection: close\r\n";
        const string links = "<a href=a>a</a> <a href=b>b</a> <a href=chunked>c</a> <a href=moved>m</a> <a href=missing>x</a>";
        return Encoding.ASCII.GetBytes(path switch
        {
            "/" => $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {links.Length}\r\n{close}\r\n{links}",
            "/a" or "/b" => $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n{close}\r\n{new string('x', 1000)}",
            "/chunked" => $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n{close}\r\n5\r\nhello\r\n0\r\n\r\n",
            "/moved" => $"HTTP/1.1 301 Moved\r\nLocation: /a\r\nContent-Length: 0\r\n{close}\r\n",
            _ => $"HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n{close}\r\nnone",
        });
    }
}
