using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Measuring;

namespace Trawl.Ipc.Bench.Echo;

/// <summary>Round trips over whatever answers asynchronously.</summary>
internal sealed class AsyncEcho(Func<Memory<byte>, ValueTask> exchange)
{
    private readonly Samples _samples = new(1 << 20);
    private ulong _sequence;

    internal async Task<JsonObject> RoundTripsAsync(int size, double seconds)
    {
        var message = new byte[size];
        var echo = new byte[size];
        _samples.Clear();
        var before = Stopwatch.GetTimestamp();
        for (var end = before + (long)(seconds * Stopwatch.Frequency); before < end && !_samples.IsFull;)
        {
            MemoryMarshal.Write(message, ++_sequence);
            MemoryMarshal.Write(message.AsSpan(size - 8), _sequence);
            message.CopyTo(echo, 0);
            before = Stopwatch.GetTimestamp();
            await exchange(echo);
            var after = Stopwatch.GetTimestamp();
            if (!echo.AsSpan().SequenceEqual(message)) throw new InvalidOperationException("The echo is wrong.");
            _samples.Add(after - before);
            before = after;
        }

        return _samples.Summary().ToJson();
    }
}
