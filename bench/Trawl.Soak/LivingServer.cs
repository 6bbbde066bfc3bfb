using System.Diagnostics;
using Trawl.Api;
using Trawl.Remote;

namespace Trawl.Soak;

/// <summary>A <c>trawl up</c> on a home, to be killed at will.</summary>
internal sealed class LivingServer : IAsyncDisposable
{
    private const string User = "soak";
    private readonly Process _process;

    private LivingServer(Process process, ITrawlClient client) => (_process, Client) = (process, client);

    public int Id => _process.Id;

    /// <summary>Asks it over HTTP.</summary>
    public ITrawlClient Client { get; }

    /// <summary>Prepares a home and answers a token for all that an administrator may.</summary>
    public static async Task<string> PrepareAsync(string home)
    {
        await SayAsync("user", "add", User, "--role", "admin", "--no-password", "--home", home);
        return (await SayAsync("token", "add", User, "--home", home)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[^1];
    }

    /// <summary>It has said its address, and so takes runs.</summary>
    public static async Task<LivingServer> StartAsync(string home, string token)
    {
        var start = new ProcessStartInfo(Program, ["up", "--home", home, "--listen", "127.0.0.1:0", "--private-addresses"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var said = await process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The server did not start.");
        var address = new Uri(new Uri(said).GetLeftPart(UriPartial.Authority));
        return new LivingServer(process, new RemoteTrawlClient(new RemoteOptions { Server = address, Token = token }));
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    private static async Task<string> SayAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"trawl {string.Join(' ', words)} ended with {process.ExitCode}.");
    }

    private static string Program => Path.Combine(
        Root, "artifacts", "bin", "Trawl.Cli", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "trawl");

    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Trawl.slnx")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("This is not run from the repository.");
            }

            return folder;
        }
    }
}
