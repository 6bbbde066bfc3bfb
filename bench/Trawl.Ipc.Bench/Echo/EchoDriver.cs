using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Channels;
using Trawl.Ipc.Bench.Measuring;

namespace Trawl.Ipc.Bench.Echo;

/// <summary>Round trips and one-way floods over a channel; every answer is checked.</summary>
internal sealed class EchoDriver(Channel channel)
{
    private readonly Samples _samples = new();
    private ulong _sequence;

    /// <summary>The time from having the message to having its echo, again and again.</summary>
    internal JsonObject RoundTrips(int size, double seconds)
    {
        var message = new byte[size];
        _samples.Clear();
        var before = Stopwatch.GetTimestamp();
        for (var end = before + (long)(seconds * Stopwatch.Frequency); before < end && !_samples.IsFull;)
        {
            Mark(message, ++_sequence);
            before = Stopwatch.GetTimestamp();
            Exchange(message);
            var after = Stopwatch.GetTimestamp();
            _samples.Add(after - before);
            before = after;
        }

        return _samples.Summary().ToJson();
    }

    /// <summary>Messages in one direction, so many to a flush; ends when the other side says how many it has counted.</summary>
    internal JsonObject Flood(int size, int batch, double seconds)
    {
        var message = new byte[size];
        var start = Stopwatch.GetTimestamp();
        var count = 0L;
        for (var end = start + (long)(seconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end;)
        {
            for (var i = 0; i < 256; i++)
            {
                MemoryMarshal.Write(message, ++count);
                Send(message, Kind.Count);
                if (count % batch == 0) channel.Flush();
            }
        }

        if (Total() != count) throw new InvalidOperationException("Messages were lost.");
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new JsonObject { ["count"] = count, ["perSecond"] = Math.Round(count / elapsed) };
    }

    private static void Mark(Span<byte> message, ulong sequence)
    {
        MemoryMarshal.Write(message, sequence);
        MemoryMarshal.Write(message[^8..], sequence);
    }

    private void Exchange(ReadOnlySpan<byte> message)
    {
        Send(message, Kind.Echo);
        channel.Flush();
        if (!channel.Receive(out var frame) || frame.Body.Length != message.Length || !EndsMatch(message, frame.Body))
            throw new InvalidOperationException("The echo is wrong.");
    }

    private static bool EndsMatch(ReadOnlySpan<byte> sent, ReadOnlySpan<byte> echo) =>
        echo[..8].SequenceEqual(sent[..8]) && echo[^8..].SequenceEqual(sent[^8..]);

    private void Send(ReadOnlySpan<byte> message, byte kind)
    {
        message.CopyTo(channel.Reserve(message.Length));
        channel.Commit(message.Length, kind, (uint)_sequence);
    }

    private long Total()
    {
        channel.Reserve(0);
        channel.Commit(0, Kind.Total, 0);
        channel.Flush();
        return channel.Receive(out var frame) ? MemoryMarshal.Read<long>(frame.Body) : -1;
    }
}
