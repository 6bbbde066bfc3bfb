using System.Diagnostics;

namespace Trawl.Server.Bench;

/// <summary>A <c>trawl up</c> of its own, on processor 0.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _home;

    private ServerProcess(Process process, string home, Uri address, string token) =>
        (_process, _home, Address, Token) = (process, home, address, token);

    public Uri Address { get; }

    public string Token { get; }

    public double CpuSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    public static async Task<ServerProcess> StartAsync()
    {
        var home = Directory.CreateTempSubdirectory("trawl-bench").FullName;
        await RunAsync(home, "user", "add", "ada", "--role", "admin", "--no-password");
        var token = (await RunAsync(home, "token", "add", "ada")).Trim();
        var process = Start(home, "up", "--listen", "127.0.0.1:0", "--rate", "100000");
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("It did not start.");
        return new ServerProcess(process, home, new Uri(new Uri(line).GetLeftPart(UriPartial.Authority)), token);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    private static async Task<string> RunAsync(string home, params string[] command)
    {
        using var process = Start(home, command);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said;
    }

    private static Process Start(string home, params string[] command)
    {
        var trawl = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Trawl.Cli/release/trawl"));
        return Process.Start(new ProcessStartInfo("taskset", ["-c", "0", trawl, .. command, "--home", home])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
