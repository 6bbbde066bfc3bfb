using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Trawl.EndToEnd.Tests.Incremental;

/// <summary>A real nginx with a list of goods and a page for each, files that tests change.</summary>
internal sealed class NginxShop : IDisposable
{
    private static readonly DateTime s_day = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);
    private readonly SortedDictionary<int, string> _prices = [];
    private readonly string _root;
    private readonly Process _nginx;
    private int _edition;

    public NginxShop(string root, int goods)
    {
        _root = root;
        Directory.CreateDirectory(Path.Combine(root, "p"));
        for (var number = 1; number <= goods; number++)
        {
            Put(number, FormattableString.Invariant($"{number}.50"));
        }

        WriteList();
        var port = FreePort();
        BaseUrl = FormattableString.Invariant($"http://127.0.0.1:{port}");
        var configuration = Path.Combine(root, "nginx.conf");
        File.WriteAllText(configuration, Configuration(port));
        _nginx = Process.Start("nginx", ["-e", Path.Combine(root, "errors"), "-c", configuration]);
        WaitUntilThere(port);
    }

    public string BaseUrl { get; }

    /// <summary>Adds or changes an article's page.</summary>
    public void Put(int number, string price)
    {
        _prices[number] = price;
        Write(Article(number), string.Create(
            CultureInfo.InvariantCulture, $"<h1>Article {number}</h1><p class=price>{price}</p><p>{new string('x', 2000)}</p><a href=/>List</a>"));
    }

    public void Remove(int number)
    {
        _prices.Remove(number);
        File.Delete(Path.Combine(_root, Article(number)));
    }

    /// <summary>Lists the articles there are.</summary>
    public void WriteList() => Write(
        "index.html", string.Concat(_prices.Keys.Select(number => string.Create(CultureInfo.InvariantCulture, $"<a href=/p/{number}.html>{number}</a>\n"))));

    /// <summary>Ends the server; the status of every answer it gave.</summary>
    public IReadOnlyList<int> Stop()
    {
        Dispose();
        return [.. File.ReadAllLines(Path.Combine(_root, "access")).Select(line => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        if (_nginx.HasExited)
        {
            return;
        }

        using (var stop = Process.Start("kill", ["-QUIT", _nginx.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            stop.WaitForExit();
        }

        _nginx.WaitForExit();
    }

    private static string Article(int number) => FormattableString.Invariant($"p/{number}.html");

    /// <summary>nginx makes the ETag of time and length: each edition has a time of its own.</summary>
    private void Write(string name, string text)
    {
        var path = Path.Combine(_root, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, s_day.AddHours(_edition++));
    }

    private string Configuration(int port) => $$"""
        daemon off; worker_processes 1; user {{Environment.UserName}}; pid {{_root}}/pid; error_log {{_root}}/errors;
        events { worker_connections 256; }
        http {
          log_format short '$status $uri'; access_log {{_root}}/access short; types { text/html html; } charset utf-8; etag on;
          client_body_temp_path {{_root}}/t; proxy_temp_path {{_root}}/t; fastcgi_temp_path {{_root}}/t; uwsgi_temp_path {{_root}}/t; scgi_temp_path {{_root}}/t;
          server { listen 127.0.0.1:{{port}}; root {{_root}}; index index.html; }
        }
        """;

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void WaitUntilThere(int port)
    {
        var patience = Stopwatch.StartNew();
        while (!_nginx.HasExited && patience.Elapsed < TimeSpan.FromSeconds(30))
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                _nginx.WaitForExit(20);
            }
        }

        throw new InvalidOperationException("nginx did not start: " + File.ReadAllText(Path.Combine(_root, "errors")));
    }
}
