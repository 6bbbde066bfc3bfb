using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Trawl.Ipc.Bench.Racing;

/// <summary>A process of a rival: says "ready", then answers orders line by line; killed and waited for at the end.</summary>
internal sealed partial class Child : IDisposable
{
    private const int Stop = 19, Continue = 18;
    private readonly Process _process;
    private readonly string _command;
    private readonly bool _isDaemon;

    private Child(string[] command, bool oneCore, bool isDaemon)
    {
        (_command, _isDaemon) = (string.Join(' ', command), isDaemon);
        string[] whole = oneCore ? ["taskset", "-c", "0", .. command] : command;
        _process = Process.Start(new ProcessStartInfo(whole[0], whole[1..])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = isDaemon,
        })!;
        if (!isDaemon) return;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    internal int Id => _process.Id;

    internal static async Task<Child> StartAsync(string[] command, bool oneCore)
    {
        var child = new Child(command, oneCore, isDaemon: false);
        while (await child.ReadAsync() != "ready") { }
        return child;
    }

    /// <summary>A process that is only to be there; what it says is dropped, and it does not say when it is ready.</summary>
    internal static async Task<Child> StartDaemonAsync(string[] command)
    {
        var child = new Child(command, oneCore: false, isDaemon: true);
        await Task.Delay(1000);
        return child;
    }

    /// <summary>A process that nobody waits for to be ready.</summary>
    internal static Child Start(string[] command) => new(command, oneCore: false, isDaemon: false);

    /// <summary>SIGKILL, and nothing else: its end is not awaited.</summary>
    internal void Kill() => _ = Signal(Id, 9);

    internal async Task<string> OrderAsync(string order)
    {
        await _process.StandardInput.WriteLineAsync(order);
        await _process.StandardInput.FlushAsync();
        return await ReadAsync();
    }

    internal void Pause() => _ = Signal(Id, Stop);

    internal void Resume() => _ = Signal(Id, Continue);

    public void Dispose()
    {
        Resume();
        if (_isDaemon)
        {
            _process.StandardInput.Close();
            _process.WaitForExit(TimeSpan.FromSeconds(5));
        }

        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<string> ReadAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        return await _process.StandardOutput.ReadLineAsync(patience.Token)
            ?? throw new InvalidOperationException($"'{_command}' ended before it answered.");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
