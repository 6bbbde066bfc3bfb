using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Trawl.Load.Measuring;

namespace Trawl.Load.Tool;

/// <summary>A real nginx on loopback that serves a folder of pages, with one worker and without logs.</summary>
internal sealed class SiteServer : IDisposable
{
    private readonly TemporaryFolder _work = new();
    private readonly Process _nginx;

    internal SiteServer(string pages)
    {
        var port = FreePort();
        Address = FormattableString.Invariant($"http://127.0.0.1:{port}/");
        var configuration = Path.Combine(_work.Path, "nginx.conf");
        File.WriteAllText(configuration, Configuration(Path.GetFullPath(pages), port));
        _nginx = Process.Start("nginx", ["-e", Path.Combine(_work.Path, "errors"), "-c", configuration]);
        WaitUntilThere(port);
    }

    internal string Address { get; }

    public void Dispose()
    {
        using (var stop = Process.Start("kill", [FormattableString.Invariant($"{_nginx.Id}")]))
        {
            stop.WaitForExit();
        }

        _nginx.WaitForExit();
        _nginx.Dispose();
        _work.Dispose();
    }

    private string Configuration(string pages, int port) => $$"""
        daemon off; worker_processes 1; user {{Environment.UserName}}; pid {{_work.Path}}/pid; error_log {{_work.Path}}/errors;
        events { worker_connections 1024; }
        http {
          access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000; open_file_cache max=50000;
          types { text/html html htm; text/css css; } default_type application/octet-stream; charset utf-8;
          server { listen 127.0.0.1:{{port}}; root {{pages}}; index index.html; absolute_redirect off; }
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
        while (!_nginx.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                Thread.Sleep(20);
            }
        }

        throw new InvalidOperationException("nginx did not start.");
    }
}
