using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trawl.Tests.Shared.Browser;

/// <summary>Serves folders on loopback, byte ranges too, as players of archives ask for them.</summary>
internal sealed class FileSite : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string[] _folders;

    public FileSite(params string[] folders)
    {
        _folders = folders;
        _listener.Start();
        _ = ServeAsync();
    }

    public string Root => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}/";

    public void Dispose() => _listener.Stop();

    private async Task ServeAsync()
    {
        while (_listener.Server.IsBound)
        {
            try
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                var first = await reader.ReadLineAsync() ?? "";
                string? range = null;
                while (await reader.ReadLineAsync() is { Length: > 0 } field)
                {
                    if (field.StartsWith("range:", StringComparison.OrdinalIgnoreCase)) range = field["range:".Length..].Trim();
                }

                if (first.Split(' ') is [var method, var target, _]) await stream.WriteAsync(Answer(method, target, range));
            }
            catch (IOException)
            {
                // The browser went away.
            }
        }
    }

    private byte[] Answer(string method, string target, string? range)
    {
        var name = Uri.UnescapeDataString(target.Split('?')[0]).TrimStart('/');
        var path = _folders.Select(folder => Path.Combine(folder, name.Length == 0 ? "index.html" : name)).FirstOrDefault(File.Exists);
        if (path is null) return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();
        var file = File.ReadAllBytes(path);
        var (from, to) = RangeOf(range, file.Length);
        var head = new StringBuilder(range is null ? "HTTP/1.1 200 OK\r\n" : "HTTP/1.1 206 Partial Content\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: {TypeOf(path)}\r\nContent-Length: {to - from}\r\n")
            .Append("Accept-Ranges: bytes\r\nConnection: close\r\n");
        if (range is not null) head.Append(CultureInfo.InvariantCulture, $"Content-Range: bytes {from}-{to - 1}/{file.Length}\r\n");
        head.Append("\r\n");
        return [.. Encoding.ASCII.GetBytes(head.ToString()), .. method == "HEAD" ? [] : file[from..to]];
    }

    private static (int From, int To) RangeOf(string? range, int length)
    {
        if (range?.Replace("bytes=", "", StringComparison.Ordinal).Split('-') is not [var from, var to]) return (0, length);
        if (from.Length == 0) return (Math.Max(0, length - int.Parse(to, CultureInfo.InvariantCulture)), length);
        var last = to.Length == 0 ? length - 1 : int.Parse(to, CultureInfo.InvariantCulture);
        return (int.Parse(from, CultureInfo.InvariantCulture), Math.Min(last + 1, length));
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html",
        ".js" => "text/javascript",
        ".wacz" => "application/wacz+zip",
        _ => "application/octet-stream",
    };
}
