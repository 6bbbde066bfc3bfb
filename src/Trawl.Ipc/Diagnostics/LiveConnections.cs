using System.Runtime.CompilerServices;

namespace Trawl.Ipc.Diagnostics;

/// <summary>The connections and pools of this process that are alive. They are not kept alive by standing here.</summary>
internal static class LiveConnections
{
    private static readonly Lock s_lock = new();
    private static readonly ConditionalWeakTable<object, object> s_live = [];
    private static IpcTotals s_ended;
    private static long s_reconnects;

    public static IReadOnlyList<IObserved> All => [.. Alive<IObserved>()];

    public static IReadOnlyList<IpcPool> Pools => [.. Alive<IpcPool>()];

    public static long Reconnects => Volatile.Read(ref s_reconnects);

    /// <summary>What all have done, those that ended included.</summary>
    public static IpcTotals Totals
    {
        get
        {
            lock (s_lock) return Alive<IObserved>().Aggregate(s_ended, (sum, connection) => sum + connection.Counters.Totals);
        }
    }

    public static void Add(object connection)
    {
        IpcInstruments.Begin();
        lock (s_lock) s_live.Add(connection, connection);
    }

    public static void Remove(object connection)
    {
        lock (s_lock)
            if (s_live.Remove(connection) && connection is IObserved observed) s_ended += observed.Counters.Totals;
    }

    public static void Reconnected() => Interlocked.Increment(ref s_reconnects);

    private static T[] Alive<T>()
    {
        lock (s_lock) return [.. s_live.Select(entry => entry.Key).OfType<T>()];
    }
}
