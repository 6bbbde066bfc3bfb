using System.Buffers.Binary;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Calls;
using Trawl.Ipc.Bench.Channels;
using Trawl.Ipc.Bench.Work;
using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench.Soak;

/// <summary>
/// Everything a long-lived client does, again and again: calls, streams, failures, streams left early, large messages, and
/// connections that come and go.
/// </summary>
internal sealed class SoakDriver(string path, WorkContent content) : IDisposable
{
    private const int LargeBytes = 1 << 20;

    // A soak goes on beside other work, which may take the machine for seconds.
    private static readonly IpcOptions s_patient = new() { HandshakeTimeout = CallServer.Patience };
    private readonly WorkMethods _methods = new(json: false);
    private readonly WorkCheck _check = new(content);
    private readonly List<IpcConnection> _connections = [];
    private readonly byte[] _large = new byte[LargeBytes];
    private long _calls;
    private long _failures;
    private long _streams;
    private long _connects;

    internal static int Drive(string path, string contentFile)
    {
        using var driver = new SoakDriver(path, WorkContent.Load(contentFile));
        return Roles.Obey(words => driver.RunAsync(Roles.Number(words[1]), Roles.Real(words[2]), Roles.Number(words[3])).GetAwaiter().GetResult());
    }

    public void Dispose() => _connections.ForEach(c => c.Dispose());

    // "soak CONNECTIONS SECONDS LANES"; answers with what was done since the start.
    private async Task<JsonObject> RunAsync(int connections, double seconds, int lanes)
    {
        Renew(connections);
        var end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => LaneAsync(lane, lanes, end)));
        Check(await _connections[0].CallAsync(_methods.Echo, _large));
        var heap = BinaryPrimitives.ReadInt64LittleEndian((await _connections[0].CallAsync(_methods.Heap, default)).Unwrap().Span);
        return new() { ["heapMiB"] = heap / (double)(1 << 20), ["calls"] = _calls, ["failures"] = _failures, ["streams"] = _streams, ["connects"] = _connects };
    }

    // One connection in twenty is closed and made anew.
    private void Renew(int connections)
    {
        for (var i = 0; i < _connections.Count; i += 20) _connections[i].Dispose();
        _connections.RemoveAll(c => !c.IsOpen);
        while (_connections.Count < connections)
        {
            _connections.Add(IpcConnection.Connect(TrawlChannel.EndpointAt(path), s_patient).Unwrap());
            _connects++;
        }
    }

    private async Task LaneAsync(int lane, int lanes, long end)
    {
        for (var turn = lane; Stopwatch.GetTimestamp() < end; turn += lanes)
        {
            var connection = _connections[turn % _connections.Count];
            await CallsAsync(connection, (uint)turn);
            await StreamAsync(connection, leavesEarly: turn % 4 == 0);
            await Task.Delay(1);
        }
    }

    private async Task CallsAsync(IpcConnection connection, uint id)
    {
        var request = content.Request with { Id = id };
        _check.Check((await connection.CallAsync(_methods.Complete, request)).Unwrap(), id);
        _check.Check((await connection.CallAsync(_methods.Call, content.ToolCall)).Unwrap());
        if ((await connection.CallAsync(_methods.Call, content.FailingCall)).Error is null) throw new InvalidOperationException("It should have failed.");
        Interlocked.Add(ref _calls, 3);
        Interlocked.Increment(ref _failures);
    }

    private async Task StreamAsync(IpcConnection connection, bool leavesEarly)
    {
        var (next, characters) = (0, 0);
        await foreach (var delta in connection.Stream(_methods.Stream, content.StreamRequest))
        {
            _check.Check(delta, ref next, ref characters);
            if (leavesEarly && next == 10) break;
        }

        Interlocked.Increment(ref _streams);
    }

    private static void Check(IpcResult<ReadOnlyMemory<byte>> echo)
    {
        if (echo.Unwrap().Length != LargeBytes) throw new InvalidOperationException("The large echo is wrong.");
    }
}
