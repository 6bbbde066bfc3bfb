using Shop;
using Trawl.Ipc;
using Trawl.Ipc.Codecs;
using Trawl.Samples.Tests.Support;

namespace Trawl.Samples.Tests;

/// <summary>The sample of Trawl.Ipc: two real processes, and its hand-made codec under bytes that are none of its own.</summary>
public sealed class IpcSampleTests : IDisposable
{
    private const int Seed = 5;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void EachWayToCallWorksBetweenTwoProcesses()
    {
        var name = $"sample-{Environment.ProcessId}";
        using var server = Command.StartProject("Ipc.CSharp", "Ipc.CSharp.dll", _scratch.Root, "serve", name);
        Assert.True(SpinWait.SpinUntil(() => server.Said.Contains("ready", StringComparison.Ordinal) || server.HasExited, s_patience), server.Said);

        using var client = Command.StartProject("Ipc.CSharp", "Ipc.CSharp.dll", _scratch.Root, "call", name);
        client.Succeed(s_patience);

        Assert.Equal(
            [
                "echo of 3 bytes", "order 1 costs 6.50", "refused with 1001: SOLD-OUT is sold out; leave it away.", "ten orders cost 65.00",
                "ada has 11 orders", "audit: Cancelled",
            ],
            client.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.True(
            SpinWait.SpinUntil(() => server.Said.Contains("note: that was all") && server.Said.Contains("audit of orders stopped"), s_patience), server.Said);
        server.Kill();
    }

    [Fact]
    public void WithoutArguments_ItSaysHowItIsUsed()
    {
        using var program = Command.StartProject("Ipc.CSharp", "Ipc.CSharp.dll", _scratch.Root);

        Assert.Equal(2, program.End(s_patience));
        Assert.Contains("usage: Ipc.CSharp serve NAME", program.Said);
    }

    [Fact]
    public void TheCodecReadsWhatItWroteAndRefusesTheRest()
    {
        var codec = new OrderCodec();
        var order = new Order(7, "Zoë", [new("PEN", 2, 1.25), new("", -1, double.MaxValue)]);
        var bytes = new byte[codec.MaxSize(order)];
        bytes = bytes[..codec.Write(order, bytes)];
        Assert.True(codec.TryRead(bytes, out var read));
        Assert.Equal((order.Number, order.Customer), (read.Number, read.Customer));
        Assert.Equal(order.Lines, read.Lines);
        for (var length = 0; length < bytes.Length; length++) Assert.False(codec.TryRead(bytes.AsSpan(0, length), out _));
        Assert.False(codec.TryRead([.. bytes, 0], out _));

        var random = new Random(Seed);
        for (var i = 0; i < 100_000; i++)
        {
            var changed = bytes.ToArray();
            for (var n = 1 + random.Next(4); n > 0; n--) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            if (codec.TryRead(changed, out var other)) Assert.InRange(other.Lines.Count, 0, 3);
        }
    }

    // A count of four thousand million lines in eleven bytes: refused before a list is made.
    [Fact]
    public void ACountThatLiesCostsNothing()
    {
        byte[] bytes = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(new OrderCodec().TryRead(bytes, out _));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }
}
