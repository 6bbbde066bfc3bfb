using System.Diagnostics.Metrics;

namespace Trawl.Ipc.Diagnostics;

/// <summary>The meter <c>Trawl.Ipc</c>: the counters of all connections of this process, for whoever collects metrics.</summary>
internal static class IpcInstruments
{
    private static readonly Meter s_meter = new("Trawl.Ipc");
    private static readonly Histogram<double> s_callTime =
        s_meter.CreateHistogram<double>("trawl.ipc.call.duration", "s", "Calls from sending to the reply, one in 16.");

    private static readonly Histogram<double> s_serviceTime =
        s_meter.CreateHistogram<double>("trawl.ipc.service.duration", "s", "Calls of peers from reading to the handler's end.");

    static IpcInstruments()
    {
        Count("messages", "{message}", "Frames, by direction.", totals =>
            [Of(totals.MessagesSent, "direction", "sent"), Of(totals.MessagesReceived, "direction", "received")]);
        Count("bytes", "By", "Bytes of payload, by direction.", totals =>
            [Of(totals.BytesSent, "direction", "sent"), Of(totals.BytesReceived, "direction", "received")]);
        Count("spins", "{spin}", "Waits by spinning, by outcome.", totals =>
            [Of(totals.SpinsWon, "outcome", "won"), Of(totals.Spins - totals.SpinsWon, "outcome", "lost")]);
        Count("sleeps", "{sleep}", "Times an end went to sleep.", totals => [new(totals.Sleeps)]);
        Count("wake_ups", "{wake-up}", "Times the socket woke an end.", totals => [new(totals.WakeUps)]);
        Count("bells", "{bell}", "Times a sleeping peer was woken.", totals => [new(totals.BellsRung)]);
        Count("corruptions", "{connection}", "Connections closed for what the format forbids.", totals => [new(totals.Corruptions)]);
        Count("strays", "{frame}", "Frames for calls that were over.", totals => [new(totals.Strays)]);
        s_meter.CreateObservableCounter("trawl.ipc.reconnects", () => LiveConnections.Reconnects, "{connection}", "Replaced connections.");
        s_meter.CreateObservableUpDownCounter("trawl.ipc.connections", () => LiveConnections.All.Count, "{connection}", "Open connections.");
        Pool("connections", "{connection}", pools => [Of(pools.Sum(p => p.Idle), "state", "idle"), Of(pools.Sum(p => p.Size - p.Idle), "state", "used")]);
        Pool("acquires", "{acquire}", pools => [Of(pools.Sum(p => p.Hits), "source", "idle"), Of(pools.Sum(p => p.Acquires - p.Hits), "source", "made")]);
        Pool("waits", "{wait}", pools => [new(pools.Sum(p => p.Waits))]);
    }

    /// <summary>Makes the meter known.</summary>
    public static void Begin() => _ = s_meter;

    public static void CallTook(double seconds) => s_callTime.Record(seconds);

    public static void ServiceTook(double seconds) => s_serviceTime.Record(seconds);

    private static void Count(string name, string unit, string description, Func<IpcTotals, Measurement<long>[]> read) =>
        s_meter.CreateObservableCounter($"trawl.ipc.{name}", () => read(LiveConnections.Totals), unit, description);

    private static void Pool(string name, string unit, Func<IpcPoolCounters[], Measurement<long>[]> read) =>
        s_meter.CreateObservableGauge($"trawl.ipc.pool.{name}", () => read([.. LiveConnections.Pools.Select(pool => pool.Counters)]), unit);

    private static Measurement<long> Of(long value, string tag, string is_) => new(value, new KeyValuePair<string, object?>(tag, is_));
}
