using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Channels;
using Trawl.Ipc.Bench.Echo;
using Trawl.Ipc.Bench.Measuring;
using Trawl.Ipc.Bench.Work;
using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench.Calls;

/// <summary>Drives echo and workload through Trawl.Ipc's calls, as a program would use them.</summary>
internal sealed class CallDriver(IpcConnection connection, WorkMethods methods, WorkContent content)
{
    private readonly Samples _samples = new(1 << 20);
    private readonly WorkCheck _check = new(content);
    private int _id;

    internal static int Drive(string way, string path, string codec, string contentFile)
    {
        using var connection = IpcConnection.Connect(TrawlChannel.EndpointAt(path), TrawlChannel.With(way, new IpcOptions())).Unwrap();
        var driver = new CallDriver(connection, new WorkMethods(codec == "json"), WorkContent.Load(contentFile));
        var echo = new AsyncEcho(driver.EchoAsync);
        return Roles.Obey(words => words[0] switch
        {
            "latency" when way.EndsWith("async", StringComparison.Ordinal) =>
                echo.RoundTripsAsync(Roles.Number(words[1]), Roles.Real(words[2])).GetAwaiter().GetResult(),
            "latency" => driver.RoundTrips(Roles.Number(words[1]), Roles.Real(words[2])),
            _ when words[1] == "mixed" => driver.MixedAsync(Roles.Real(words[2])).GetAwaiter().GetResult(),
            _ => driver.OneAsync(Roles.KindOf(words[1]), Roles.Real(words[2])).GetAwaiter().GetResult(),
        });
    }

    private JsonObject RoundTrips(int size, double seconds)
    {
        var message = new byte[size];
        _samples.Clear();
        var before = Stopwatch.GetTimestamp();
        for (var end = before + (long)(seconds * Stopwatch.Frequency); before < end && !_samples.IsFull;)
        {
            MemoryMarshal.Write(message, ++_id);
            before = Stopwatch.GetTimestamp();
            var echo = connection.Call(methods.Echo, message).Unwrap();
            var after = Stopwatch.GetTimestamp();
            if (MemoryMarshal.Read<int>(echo.Span) != _id || echo.Length != size) throw new InvalidOperationException("The echo is wrong.");
            _samples.Add(after - before);
            before = after;
        }

        return _samples.Summary().ToJson();
    }

    private async ValueTask EchoAsync(Memory<byte> message)
    {
        var echo = await connection.CallAsync(methods.Echo, message);
        echo.Unwrap().CopyTo(message);
    }

    private async Task<JsonObject> OneAsync(byte kind, double seconds)
    {
        _samples.Clear();
        for (var end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end;)
        {
            // A caller that has nothing else to do blocks: the shortest way.
            if (kind == Kind.ToolCall) Timed(() => Check(connection.Call(methods.Call, content.ToolCall), fails: false));
            else if (kind == Kind.Request) Timed(Complete);
            else await StreamAsync();
        }

        return _samples.Summary().ToJson();
    }

    private void Timed(Action operation)
    {
        var start = Stopwatch.GetTimestamp();
        operation();
        _samples.Add(Stopwatch.GetTimestamp() - start);
    }

    private void Complete()
    {
        var request = content.Request with { Id = (uint)++_id };
        _check.Check(connection.Call(methods.Complete, request).Unwrap(), request.Id);
    }

    private async Task<JsonObject> MixedAsync(double seconds)
    {
        _samples.Clear();
        var schedule = new MixedSchedule();
        var (busy, bursts) = (0L, 0);
        var calls = new List<Task>();
        for (var end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end;)
        {
            var start = Stopwatch.GetTimestamp();
            calls.Clear();
            for (var left = schedule.NextBurst(); left > 0; left--) calls.Add(IssueAsync(schedule.NextOperation()));
            await Task.WhenAll(calls);
            busy += Stopwatch.GetTimestamp() - start;
            if (++bursts % MixedSchedule.BurstsToAPause == 0) await Task.Delay(1);
        }

        var result = _samples.Summary().ToJson();
        result["perSecond"] = Math.Round(_samples.Count / (busy / (double)Stopwatch.Frequency));
        return result;
    }

    private async Task IssueAsync((byte Kind, bool Fails) operation)
    {
        if (operation.Kind == Kind.BatchRequest)
        {
            await StreamAsync();
            return;
        }

        var start = Stopwatch.GetTimestamp();
        if (operation.Kind == Kind.ToolCall)
        {
            Check(await connection.CallAsync(methods.Call, operation.Fails ? content.FailingCall : content.ToolCall), operation.Fails);
        }
        else
        {
            var request = content.Request with { Id = (uint)Interlocked.Increment(ref _id) };
            _check.Check((await connection.CallAsync(methods.Complete, request)).Unwrap(), request.Id);
        }

        Add(Stopwatch.GetTimestamp() - start);
    }

    private async Task StreamAsync()
    {
        var start = Stopwatch.GetTimestamp();
        var (next, characters, ended) = (0, 0, false);
        await foreach (var delta in connection.Stream(methods.Stream, content.StreamRequest)) ended = _check.Check(delta, ref next, ref characters);
        if (!ended) throw new InvalidOperationException("The stream ended early.");
        Add(Stopwatch.GetTimestamp() - start);
    }

    private void Check(IpcResult<ToolResult> result, bool fails)
    {
        if (result.TryGet(out var answer, out var error)) _check.Check(answer);
        else _check.Check(new WorkError("tool_failed", error.Message), fails);
    }

    private void Add(long ticks)
    {
        lock (_samples) _samples.Add(ticks);
    }
}
