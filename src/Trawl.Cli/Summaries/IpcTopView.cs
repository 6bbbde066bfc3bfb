using System.Globalization;
using Trawl.Cli.Terminal;
using Trawl.Ipc;
using Trawl.Ipc.Diagnostics;

namespace Trawl.Cli.Summaries;

/// <summary>Connections as a table: what they did in all, or each second between two looks.</summary>
internal static class IpcTopView
{
    public const string Nobody =
        "No process of this user shows its connections. An engine does while a run has plugin workers; other programs call IpcStats.Serve().";

    // Below this the columns that tell least are left out.
    private const int Wide = 108;
    private static readonly int[] s_narrow = [0, 1, 2, 4, 5, 6, 8, 9, 11];

    public static TextTable Totals(IReadOnlyList<IpcProcessStats> now, int width) => Of(now, [], seconds: 0, width);

    /// <summary>Rates since the look before, that many seconds ago; connections that are new show what they did since they began.</summary>
    public static TextTable Rates(IReadOnlyList<IpcProcessStats> now, IReadOnlyList<IpcProcessStats> before, double seconds, int width) =>
        Of(now, before, seconds, width);

    public static string Summary(IReadOnlyList<IpcProcessStats> now, IReadOnlyList<IpcProcessStats> before, double seconds)
    {
        // A message within one process is counted once at each end; between processes likewise: what was sent is what counts.
        var sent = Sum(now, totals => totals.MessagesSent) - Sum(before, totals => totals.MessagesSent);
        var bytes = Sum(now, totals => totals.BytesSent) - Sum(before, totals => totals.BytesSent);
        return $"{(now.Count == 1 ? "1 process" : Amounts.Count(now.Count) + " processes")}, "
            + $"{Amounts.Of(now.Sum(process => process.Connections.Count), "connection")}, "
            + $"{Rate(Math.Max(0, sent), seconds)} messages/s, {Amounts.Bytes((long)(Math.Max(0, bytes) / seconds))}/s";
    }

    private static TextTable Of(IReadOnlyList<IpcProcessStats> now, IReadOnlyList<IpcProcessStats> before, double seconds, int width)
    {
        var per = seconds > 0 ? "/s" : "";
        TextColumn[] columns =
        [
            new TextColumn("process", MayShrink: true), new TextColumn("connection", MayShrink: true), new TextColumn("peer", IsRight: true),
            new TextColumn("via"), new TextColumn($"out{per}", IsRight: true), new TextColumn($"in{per}", IsRight: true),
            new TextColumn($"bytes{per}", IsRight: true), new TextColumn("open", IsRight: true), new TextColumn("p50", IsRight: true),
            new TextColumn("p99", IsRight: true), new TextColumn($"sleeps{per}", IsRight: true), new TextColumn("faults", IsRight: true),
        ];
        var shown = width >= Wide ? [.. Enumerable.Range(0, columns.Length)] : s_narrow;
        var table = new TextTable([.. shown.Select(i => columns[i])]);
        var earlier = before.SelectMany(process => process.Connections.Select(connection => (Key(process, connection), connection)))
            .ToDictionary(pair => pair.Item1, pair => pair.connection);
        foreach (var process in now)
        {
            foreach (var connection in process.Connections)
            {
                var last = earlier.GetValueOrDefault(Key(process, connection));
                var span = seconds == 0 ? 0 : last is null ? Math.Max(connection.Seconds, 0.001) : seconds;
                var cells = Row(process, connection, last?.Totals ?? default, span);
                table.Add([.. shown.Select(i => cells[i])]);
            }
        }

        return table;
    }

    private static string[] Row(IpcProcessStats process, IpcConnectionStats connection, IpcTotals last, double seconds)
    {
        var totals = connection.Totals;
        var latency = connection.CallTime.Timed > 0 ? connection.CallTime : connection.ServiceTime;
        var bytes = totals.BytesSent + totals.BytesReceived - last.BytesSent - last.BytesReceived;
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{process.Program} {process.Process}"),
            connection.Label.Length > 0 ? connection.Label : $"{(connection.IsServer ? "served" : "own")} {connection.Session.ToString("N")[..6]}",
            connection.PeerProcess.ToString(CultureInfo.InvariantCulture),
            connection.Transport == IpcTransport.SharedMemory ? "memory" : "socket",
            Rate(totals.MessagesSent - last.MessagesSent, seconds), Rate(totals.MessagesReceived - last.MessagesReceived, seconds),
            Amounts.Bytes(seconds == 0 ? bytes : (long)(bytes / seconds)), Amounts.Count(connection.OpenCalls + connection.Serving),
            Time(latency.Timed, latency.P50), Time(latency.Timed, latency.P99), Rate(totals.Sleeps - last.Sleeps, seconds),
            Amounts.Count(totals.Corruptions),
        ];
    }

    private static string Rate(long count, double seconds) => seconds == 0 ? Amounts.Count(count) : Amounts.Count((long)Math.Round(count / seconds));

    private static string Time(long timed, double micros) => timed == 0 ? "-"
        : micros >= 1_000_000 ? Amounts.Rate(micros / 1_000_000) + " s"
        : micros >= 1000 ? Amounts.Rate(micros / 1000) + " ms" : Amounts.Rate(micros) + " µs";

    private static (int Process, Guid Session, bool IsServer) Key(IpcProcessStats process, IpcConnectionStats connection) =>
        (process.Process, connection.Session, connection.IsServer);

    private static long Sum(IReadOnlyList<IpcProcessStats> processes, Func<IpcTotals, long> of) => processes.Sum(process => of(process.Totals));
}
