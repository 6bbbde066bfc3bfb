using System.Diagnostics;
using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Channels;
using Trawl.Ipc.Bench.Measuring;
using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench.Work;

/// <summary>Drives the workload over a channel: one operation at a time, or in bursts.</summary>
internal sealed class WorkClient(Channel channel, Codec codec, WorkContent content)
{
    private readonly Samples _samples = new();
    private readonly Dictionary<uint, Call> _calls = [];
    private readonly WorkCheck _check = new(content);
    private uint _id;

    internal JsonObject One(byte kind, double seconds)
    {
        _samples.Clear();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end && !_samples.IsFull;)
        {
            Issue(kind, fails: false);
            channel.Flush();
            Settle();
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var result = _samples.Summary().ToJson();
        result["allocated"] = allocated / _samples.Count;
        return result;
    }

    internal JsonObject Mixed(double seconds)
    {
        _samples.Clear();
        var schedule = new MixedSchedule();
        var (busy, bursts) = (0L, 0);
        for (var end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end;)
        {
            var start = Stopwatch.GetTimestamp();
            Burst(ref schedule);
            busy += Stopwatch.GetTimestamp() - start;
            if (++bursts % MixedSchedule.BurstsToAPause == 0) Thread.Sleep(1);
        }

        var result = _samples.Summary().ToJson();
        result["perSecond"] = Math.Round(_samples.Count / (busy / (double)Stopwatch.Frequency));
        return result;
    }

    private void Burst(ref MixedSchedule schedule)
    {
        for (var left = schedule.NextBurst(); left > 0; left--)
        {
            var (kind, fails) = schedule.NextOperation();
            Issue(kind, fails);
        }

        channel.Flush();
        Settle();
    }

    private void Issue(byte kind, bool fails)
    {
        var id = ++_id;
        _calls.Add(id, new Call(Stopwatch.GetTimestamp(), fails));
        object message = kind switch
        {
            Kind.ToolCall => fails ? content.FailingCall : content.ToolCall,
            Kind.Request => content.Request with { Id = id },
            _ => content.StreamRequest with { Id = id },
        };
        var target = channel.Reserve(codec.Measure(message));
        channel.Commit(codec.Write(message, target), kind, id);
    }

    private void Settle()
    {
        while (_calls.Count > 0)
        {
            if (!channel.Receive(out var frame)) throw new InvalidOperationException("The server has gone.");
            var call = _calls[frame.Id];
            if (!IsLast(frame, call)) continue;
            _samples.Add(Stopwatch.GetTimestamp() - call.Start);
            _calls.Remove(frame.Id);
        }
    }

    private bool IsLast(Frame frame, Call call)
    {
        switch (frame.Kind)
        {
            case Kind.Completion: _check.Check(codec.Read<Completion>(frame.Body), frame.Id); return true;
            case Kind.ToolResult: _check.Check(codec.Read<ToolResult>(frame.Body)); return true;
            case Kind.Error: _check.Check(codec.Read<WorkError>(frame.Body), call.Fails); return true;
            default: return _check.Check(codec.ReadDelta(frame.Body), ref call.Next, ref call.Characters);
        }
    }

    private sealed class Call(long start, bool fails)
    {
        internal int Next;
        internal int Characters;

        internal long Start { get; } = start;

        internal bool Fails { get; } = fails;
    }
}
