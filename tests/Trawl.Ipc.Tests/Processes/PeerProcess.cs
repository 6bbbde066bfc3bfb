using System.Diagnostics;

namespace Trawl.Ipc.Tests.Processes;

/// <summary>Another real process at the other end. It ends with the test, or when it is killed.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;

    private PeerProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static async Task<PeerProcess> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Trawl.Ipc.Peer.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var peer = new PeerProcess(Process.Start(start)!);
        Assert.Equal("ready", await peer._process.StandardOutput.ReadLineAsync());
        return peer;
    }

    /// <summary>SIGKILL, and its end awaited.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
