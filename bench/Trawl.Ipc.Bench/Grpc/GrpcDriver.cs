using System.Diagnostics;
using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Channels;
using Trawl.Ipc.Bench.Echo;
using Trawl.Ipc.Bench.Measuring;
using Trawl.Ipc.Bench.Work;
using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench.Grpc;

/// <summary>Drives echo and workload over the wire of gRPC.</summary>
internal sealed class GrpcDriver(GrpcConnection connection, WorkContent content)
{
    private readonly Codec _codec = new BinaryCodec();
    private readonly WorkCheck _check = new(content);
    private readonly Samples _samples = new(1 << 20);
    private int _id;

    internal static int Drive(string path, string contentFile)
    {
        using var connection = new GrpcConnection(path);
        var driver = new GrpcDriver(connection, WorkContent.Load(contentFile));
        var echo = new AsyncEcho(driver.EchoAsync);
        return Roles.Obey(words => (words[0] switch
        {
            "latency" => echo.RoundTripsAsync(Roles.Number(words[1]), Roles.Real(words[2])),
            _ when words[1] == "mixed" => driver.MixedAsync(Roles.Real(words[2])),
            _ => driver.OneAsync(Roles.KindOf(words[1]), Roles.Real(words[2])),
        }).GetAwaiter().GetResult());
    }

    private async ValueTask EchoAsync(Memory<byte> message)
    {
        var wrapped = new byte[GrpcServer.PrefixSize + message.Length];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(wrapped.AsSpan(1), message.Length);
        message.CopyTo(wrapped.AsMemory(GrpcServer.PrefixSize));
        await connection.CallAsync(Kind.Echo, wrapped, echo => echo.CopyTo(message));
    }

    private async Task<JsonObject> OneAsync(byte kind, double seconds)
    {
        _samples.Clear();
        for (var end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end;)
            await CallAsync(kind, fails: false);
        return _samples.Summary().ToJson();
    }

    private async Task<JsonObject> MixedAsync(double seconds)
    {
        _samples.Clear();
        var schedule = new MixedSchedule();
        var (busy, bursts) = (0L, 0);
        for (var end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end;)
        {
            var start = Stopwatch.GetTimestamp();
            await BurstAsync(schedule.NextBurst(), Operations());
            busy += Stopwatch.GetTimestamp() - start;
            if (++bursts % MixedSchedule.BurstsToAPause == 0) await Task.Delay(1);
        }

        var result = _samples.Summary().ToJson();
        result["perSecond"] = Math.Round(_samples.Count / (busy / (double)Stopwatch.Frequency));
        return result;

        IEnumerable<(byte Kind, bool Fails)> Operations()
        {
            while (true) yield return schedule.NextOperation();
        }
    }

    private Task BurstAsync(int count, IEnumerable<(byte Kind, bool Fails)> operations) =>
        Task.WhenAll(operations.Take(count).Select(o => CallAsync(o.Kind, o.Fails)));

    private async Task CallAsync(byte kind, bool fails)
    {
        var start = Stopwatch.GetTimestamp();
        var id = (uint)Interlocked.Increment(ref _id);
        object message = kind switch
        {
            Kind.ToolCall => fails ? content.FailingCall : content.ToolCall,
            Kind.Request => content.Request with { Id = id },
            _ => content.StreamRequest with { Id = id },
        };
        var (next, characters) = (0, 0);
        await connection.CallAsync(kind, GrpcConnection.Wrap(_codec, message), body => Check(body));
        lock (_samples) _samples.Add(Stopwatch.GetTimestamp() - start);

        void Check(ReadOnlyMemory<byte> body)
        {
            if (kind == Kind.Request) _check.Check(_codec.Read<Completion>(body.Span), id);
            else if (kind != Kind.ToolCall) _check.Check(_codec.Read<Delta>(body.Span), ref next, ref characters);
            else if (fails) _check.Check(_codec.Read<WorkError>(body.Span), expected: true);
            else _check.Check(_codec.Read<ToolResult>(body.Span));
        }
    }
}
