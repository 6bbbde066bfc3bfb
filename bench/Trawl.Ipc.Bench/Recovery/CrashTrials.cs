using System.Diagnostics;
using Trawl.Ipc.Bench.Racing;
using Trawl.Ipc.Codecs;

namespace Trawl.Ipc.Bench.Recovery;

/// <summary>
/// Kills a server in the middle of calls and starts another as soon as the client has noticed, as a supervisor would. The
/// clock runs from the signal to the first verified answer of the new process.
/// </summary>
internal sealed class CrashTrials(string path) : IDisposable
{
    private static readonly IpcMethod<long, long> s_echo = new(RecoveryServer.Echo, new NumberCodec(), new NumberCodec());
    private readonly IpcClient _client = new(IpcEndpoint.At(path), new IpcClientOptions { ReconnectTimeout = TimeSpan.FromSeconds(30) });
    private Child? _server;
    private long _number;

    internal List<double> Noticed { get; } = [];

    internal List<double> Recovered { get; } = [];

    /// <summary>A connection to a server that lives, its first answer included.</summary>
    internal List<double> Connected { get; } = [];

    internal async Task RunAsync(int trials)
    {
        _server = Start();
        await EchoAsync(_client);
        for (var i = 0; i < trials; i++)
        {
            await CrashAsync();
            await ConnectAsync();
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _server?.Dispose();
    }

    // A worker as it is published; where none was given, the bench itself, which takes longer to start.
    private Child Start() => Child.Start(
        Environment.GetEnvironmentVariable("TRAWL_IPC_WORKER") is { } worker ? [worker, path] : [Environment.ProcessPath!, "serve", "recovery", path]);

    private async Task CrashAsync()
    {
        var calling = CallUntilBrokenAsync(_client.Current!);
        await Task.Delay(20);
        var dead = _server!;
        var start = Stopwatch.GetTimestamp();
        dead.Kill();
        await calling;
        Noticed.Add(Since(start));
        _server = Start();
        await EchoAsync(_client);
        Recovered.Add(Since(start));
        dead.Dispose();
    }

    private async Task ConnectAsync()
    {
        await Task.Delay(20);
        var start = Stopwatch.GetTimestamp();
        using var other = new IpcClient(IpcEndpoint.At(path));
        await EchoAsync(other);
        Connected.Add(Since(start));
    }

    private async Task CallUntilBrokenAsync(IpcConnection connection)
    {
        while ((await connection.CallAsync(s_echo, ++_number)).Error is null) await Task.Yield();
    }

    private async Task EchoAsync(IpcClient client)
    {
        var number = ++_number;
        if ((await client.CallAsync(s_echo, number)).Unwrap() != number) throw new InvalidOperationException("The echo is wrong.");
    }

    private static double Since(long start) => Stopwatch.GetElapsedTime(start).TotalNanoseconds;
}
