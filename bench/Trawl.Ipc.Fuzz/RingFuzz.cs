using Trawl.Ipc.Frames;
using Trawl.Ipc.Rings;

namespace Trawl.Ipc.Fuzz;

/// <summary>Both halves of a ring on guarded memory, while random writes hit the control block and the data.</summary>
internal static unsafe class RingFuzz
{
    private const int RingBytes = 1 << 14;
    private const int ControlBytes = 4096;

    public static FuzzReport Run(long cases, int seed)
    {
        using var control = new GuardedMemory(ControlBytes);
        using var data = new GuardedMemory(RingBytes);
        var report = new FuzzReport();
        for (long round = 0; report.Cases < cases; round++)
        {
            control.Span.Clear();
            report = Round(control, data, new Random(HashCode.Combine(seed, round)), report);
        }

        return report;
    }

    // One connection's life: valid frames and random writes in turn, until one end gives it up or there were enough.
    private static FuzzReport Round(GuardedMemory control, GuardedMemory data, Random random, FuzzReport report)
    {
        var ring = new RingMemory(control.Start, data.Start, RingBytes);
        var producer = new RingProducer(ring);
        using var consumer = new RingConsumer(ring, copies: random.Next(2) == 0);
        for (var i = 0; i < 200 && consumer.Fault == FrameFault.None && !producer.IsCorrupt; i++)
        {
            Write(producer, random);
            for (var n = random.Next(3); n > 0; n--)
            {
                Scribble.Once(random.Next(3) == 0 ? control.Span[..sizeof(RingControl)] : data.Span, random);
                report = report with { Cases = report.Cases + 1 };
            }

            report = report with { Valid = report.Valid + Read(consumer, random) };
        }

        return consumer.Fault != FrameFault.None || producer.IsCorrupt ? report with { Corruptions = report.Corruptions + 1 } : report;
    }

    private static void Write(RingProducer producer, Random random)
    {
        var size = random.Next(10) == 0 ? random.Next(producer.MaxPayload + 1) : random.Next(100);
        if (!producer.TryReserve(size, out var payload)) return;
        payload.Fill((byte)size);
        producer.Commit(new FrameHeader(FrameType.Message, FrameFlags.Whole, (ulong)size, size));
        if (random.Next(4) != 0) producer.Publish();
    }

    private static int Read(RingConsumer consumer, Random random)
    {
        var count = 0;
        for (var n = random.Next(4); n > 0 && consumer.TryRead(out _, out var payload); n--)
        {
            var sum = 0;
            foreach (var value in payload) sum += value;
            count += sum >= 0 ? 1 : 0;
            consumer.Advance();
            if (consumer.OwesRelease) consumer.Release();
        }

        if (random.Next(4) == 0) consumer.PrepareToSleep();
        return count;
    }
}
