using System.Runtime.InteropServices;
using Trawl.Ipc;
using Trawl.Sdk.Wire;

namespace Trawl.Plugins.Tests.Wire;

/// <summary>What becomes of a page on its way from engine to worker, both ends in this process, so that all can be counted.</summary>
public sealed class CopyTests
{
    private const int Ring = 64 << 20;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>Into the ring is the one copy there is: neither end makes room for another, and the worker reads in the ring.</summary>
    [Theory]
    [InlineData(100_000)]
    [InlineData(15_000_000)]
    public async Task APage_IsCopiedIntoTheRing_AndReadWhereItLies(int size)
    {
        var endpoint = IpcEndpoint.Named(FormattableString.Invariant($"copies-{Environment.ProcessId}-{size}"));
        using var listener = IpcListener.Listen(endpoint, new IpcServerOptions { RingBytes = Ring });
        var connecting = Task.Run(() => IpcChannel.Connect(endpoint, new IpcOptions { RingBytes = Ring, Trust = IpcTrust.InPlace }));
        Assert.True(listener.Accept(s_patience).TryGet(out var accepted, out var refusal), refusal?.ToString());
        Assert.True((await connecting).TryGet(out var connected, out var error), error?.ToString());
        using var engine = new WireChannel(accepted!, inPlace: false);
        using var worker = new WireChannel(connected!, inPlace: true);
        Exchange(engine, worker, new byte[10]);

        var page = new byte[size];
        new Random(size).NextBytes(page);
        Assert.InRange(Exchange(engine, worker, page), 0, size / 2);
    }

    /// <summary>Bytes that both ends allocated for it, on the one thread on which all of it happens.</summary>
    private static long Exchange(WireChannel engine, WireChannel worker, byte[] page)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        engine.Send(WireOp.Call, 1, "{}"u8.ToArray(), [page], s_patience);
        var body = worker.Receive(s_patience)!.Blobs[0];
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.False(MemoryMarshal.TryGetArray(body, out _), "The page lies in an array of the worker's.");
        Assert.True(body.Span.SequenceEqual(page));
        worker.Done();
        return allocated;
    }
}
