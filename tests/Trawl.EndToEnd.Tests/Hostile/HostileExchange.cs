using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace Trawl.EndToEnd.Tests.Hostile;

/// <summary>One request to a hostile host, and ways to answer it.</summary>
internal sealed class HostileExchange(string path, Socket socket, NetworkStream stream, CancellationToken over)
{
    private static readonly TimeSpan s_drip = TimeSpan.FromMilliseconds(50);

    public string Path => path;

    public bool IsRobots => path == "/robots.txt";

    public Task PageAsync(string html, string type = "text/html; charset=utf-8", string more = "") => BodyAsync(Encoding.UTF8.GetBytes(html), type, more);

    public Task NotFoundAsync() => SendAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    public async Task BodyAsync(byte[] body, string type, string more = "")
    {
        await SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{more}\r\n");
        await stream.WriteAsync(body, over);
    }

    public async Task SendAsync(string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text), over);

    /// <summary>Again and again, until the client has enough.</summary>
    public async Task ForEverAsync(string text, bool slowly = false)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        while (true)
        {
            await stream.WriteAsync(bytes, over);
            if (slowly) await Task.Delay(s_drip, over);
        }
    }

    /// <summary>RST instead of FIN.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>A page that was compressed once or twice and then cut or changed.</summary>
    public Task PackedAsync(string encoding, Func<byte[], byte[]> spoil) => BodyAsync(
        spoil(Pack(encoding, Encoding.UTF8.GetBytes(new string('x', 5000)))), "text/html", $"Content-Encoding: {encoding}\r\n");

    /// <summary>Half a gibibyte of zeros in half a megabyte, or in a kilobyte when packed twice.</summary>
    public Task BombAsync(int layers)
    {
        var bomb = Pack("gzip", new byte[1 << 20]);
        using var many = new MemoryStream();
        for (var i = 0; i < 512; i++) many.Write(bomb);
        var body = many.ToArray();
        for (var i = 1; i < layers; i++) body = Pack("gzip", body);
        return BodyAsync(body, "text/html", $"Content-Encoding: {string.Join(", ", Enumerable.Repeat("gzip", layers))}\r\n");
    }

    private static byte[] Pack(string encoding, byte[] plain)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest) : new GZipStream(packed, CompressionLevel.Optimal))
        {
            packer.Write(plain);
        }

        return packed.ToArray();
    }
}
