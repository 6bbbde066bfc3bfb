using System.Diagnostics;
using System.Net.WebSockets;

namespace Trawl.Tests.Shared.Browser;

/// <summary>A headless Chromium that can reach nothing but loopback, driven over its DevTools protocol.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly DevTools _tools;

    private Chromium(Process process, DirectoryInfo profile, DevTools tools) =>
        (_process, _profile, _tools) = (process, profile, tools);

    public static async Task<Chromium> StartAsync(CancellationToken cancellationToken)
    {
        var profile = Directory.CreateTempSubdirectory("trawl-chromium");
        string[] arguments =
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--no-proxy-server",
            "--remote-debugging-port=0", "--window-size=1000,700", $"--user-data-dir={profile.FullName}", "about:blank",
        ];
        var start = new ProcessStartInfo("chromium", arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var address = await AddressAsync(process, cancellationToken);
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(address, cancellationToken);
        return new Chromium(process, profile, new DevTools(socket));
    }

    public async Task<BrowserPage> OpenAsync(string url, CancellationToken cancellationToken)
    {
        var target = await _tools.SendAsync("Target.createTarget", new { url }, null, cancellationToken);
        var targetId = target.GetProperty("targetId").GetString();
        var attached = await _tools.SendAsync("Target.attachToTarget", new { targetId, flatten = true }, null, cancellationToken);
        return new BrowserPage(_tools, attached.GetProperty("sessionId").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        _tools.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            _profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser may still be writing its last file there.
        }
    }

    private static async Task<Uri> AddressAsync(Process process, CancellationToken cancellationToken)
    {
        const string mark = "DevTools listening on ";
        var said = new List<string>();
        while (await process.StandardError.ReadLineAsync(cancellationToken) is { } line)
        {
            said.Add(line);
            if (!line.StartsWith(mark, StringComparison.Ordinal)) continue;
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return new Uri(line[mark.Length..]);
        }

        throw new InvalidOperationException("Chromium did not start:\n" + string.Join('\n', said));
    }
}
