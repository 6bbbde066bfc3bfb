namespace Trawl.Ipc.Bench.Reporting;

/// <summary>What is asked of Trawl.Ipc, against what was found.</summary>
internal sealed class Goals(string folder)
{
    private const string Small = "latency 64", Middle = "latency 1024", Large = "latency 65536";
    private readonly Results _latency = Results.Load(folder, "latency", "quiet");
    private readonly Results _floods = Results.Load(folder, "throughput", "quiet");
    private readonly Results _many = Results.Load(folder, "many", "quiet");
    private readonly Results _recovery = Results.Load(folder, "recovery", "quiet");
    private readonly Results _memory = Results.Load(folder, "memory", "quiet");
    private readonly Results _fuzz = Results.Load(folder, "fuzz", "quiet");
    private readonly Results _soak = Results.Load(folder, "soak", "quiet");

    internal IEnumerable<Bar> All() =>
        [.. Transport(), .. Work("quiet"), .. Work("busy"), .. Many(), .. Memory(), .. Recovery(), .. Fuzz()];

    private IEnumerable<Bar> Transport() =>
    [
        AtMost("64 B round trip, over the C++ spinning floor", 4, 2, Latency(Small, "trawl", "spin")),
        AtLeast("64 B: blocking Unix socket over Trawl.Ipc", 40, 150, Latency(Small, "uds", "trawl")),
        AtLeast("64 B: Unix socket pinned to one core over Trawl.Ipc", 12, 30, Latency(Small, "uds-1core", "trawl")),
        AtLeast("64 B: iceoryx over Trawl.Ipc", 3, 6, Latency(Small, "iceoryx", "trawl")),
        AtMost("64 B never spinning, both on one core, over the Unix socket", 0.85, 0.6, Latency(Small, "trawl-block-1core", "uds-1core")),
        AtLeast("1 KiB: blocking Unix socket over Trawl.Ipc", 8, 15, Latency(Middle, "uds", "trawl")),
        AtLeast("64 KiB: blocking Unix socket over Trawl.Ipc", 1.5, 4, Latency(Large, "uds", "trawl")),
        AtLeast("64 B one way, each flushed: over the Unix socket", 6, 12, Flood("flood 64 1")),
        AtLeast("64 B one way, 64 to a flush: over the Unix socket", 0.7, 1, Flood("flood 64 64")),
        AtLeast("64 B one way, each flushed, checksums on", 3, 10, _floods.Median("flood 64 1", "trawl", "perSecond") / 1e6, " M/s"),
    ];

    private static Bar AtLeast(string what, double must, double reach, double found, string unit = "×") => new(what, must, reach, false, found, unit);

    private static Bar AtMost(string what, double must, double reach, double found, string unit = "×") => new(what, must, reach, true, found, unit);

    private IEnumerable<Bar> Work(string mode)
    {
        var work = Results.Load(folder, "work", mode);
        double Over(string order, string over, string under) => work.Ratio($"work {order}", over, under, "p50");
        Bar Least(string what, double must, double reach, double found) => AtLeast($"{what} ({mode})", must, reach, found);
        return
        [
            Least("completion: Node's best over our best", 4, 10, Over("completion", "node-binary", "trawl-binary")),
            Least("completion: Node JSON over our JSON", 1.4, 3, Over("completion", "node-json", "trawl-json")),
            Least("stream of 256: Node JSON over our best", 8, 20, Over("stream", "node-json", "trawl-binary")),
            Least("stream of 256, each delta by itself: Node's best over our best", 8, 20, Over("stream", "node-binary", "trawl-binary")),
            Least("stream of 256, deltas gathered: Node's best over our best", 8, 20, Over("batch", "node-binary", "trawl-binary")),
            Least("stream of 256: gRPC's wire over our best", 3, 6, Over("stream", "grpc", "trawl-binary")),
        ];
    }

    private IEnumerable<Bar> Many() =>
        from order in new[] { "many 1000 1000", "many 1000 100" }
        select AtLeast($"{order[5..].Replace(" ", " connections, ", StringComparison.Ordinal)} active, one thread: round trips over the same loop on Unix sockets", 3, 5, _many.Ratio(order, "trawl", "uds", "perSecond"));

    private IEnumerable<Bar> Memory() =>
    [
        AtMost("server memory for a connection, 1,000 idle", 16, 10, _memory.Median("idle 1000", "trawl", "perConnectionKiB"), " KiB"),
        AtMost("server memory for a connection, 1,000 after load", 64, 36, _memory.Median("loaded 1000", "trawl", "perConnectionKiB"), " KiB"),
        AtMost("processor time of a server with 1,000 idle connections", 0.1, 0.01, _memory.Median("idle processor 1000", "trawl", "percentOfACore"), " %"),
        AtMost("soak: growth of resident memory an hour", 1, 0.25, _soak.Median("soak", "trawl", "mebibytesAnHour"), " MiB"),
    ];

    private IEnumerable<Bar> Recovery() =>
    [
        AtMost("`kill -9` to the first verified round trip, p90", 100, 60, _recovery.Median("crash", "trawl", "p90") / 1e6, " ms"),
        AtMost("acquisition from the pool, p99", 1, 0.01, _recovery.Median("acquire", "trawl", "p99") / 1e6, " ms"),
        AtMost("acquisition from the pool, 8 takers for 4 connections, p99", 1, 0.1, _recovery.Median("acquire, 8 takers for 4 connections", "trawl", "p99") / 1e6, " ms"),
        AtMost("bytes allocated for a message, both ends", 0, 0, _recovery.Median("allocations", "trawl", "bytesPerMessage"), " B"),
        AtMost("bytes allocated for a call and its reply, both ends", 0, 0, Math.Floor(_recovery.Median("allocations of calls", "trawl", "bytesPerMessage") * 10) / 10, " B"),
    ];

    private IEnumerable<Bar> Fuzz() =>
        from kind in new[] { ("rings", "random writes over guarded rings"), ("segment", "random writes over live segments"), ("frames", "changed frames through every decoder") }
        select AtLeast($"fuzz: {kind.Item2}, no crash, no honest peer harmed", 50, 50, _fuzz.Harmless(kind.Item1) / 1e6, " M");

    private double Latency(string order, string over, string under) => _latency.Ratio(order, over, under, "p50");

    private double Flood(string order) => _floods.Ratio(order, "trawl", "uds", "perSecond");
}
