using System.Globalization;
using Trawl.Ipc.Bench.Racing;

namespace Trawl.Ipc.Bench.Reporting;

/// <summary>Writes <c>docs/performance/ipc.md</c> and its plots from raw results.</summary>
internal sealed class Page(string folder, string target)
{
    private static readonly string[] s_modes = ["quiet", "busy"];
    private readonly Dictionary<string, string> _labels = new Rivals("").Labels;
    private readonly Markdown _page = new();

    internal int Write()
    {
        var latency = Results.Load(folder, "latency", "quiet");
        if (latency.IsEmpty)
        {
            Console.Error.WriteLine($"No results in {folder}: run 'latency' first.");
            return 1;
        }

        _page.Text(PageText.Opening);
        WriteMachine(latency);
        WriteGoals();
        WriteRoundTrips();
        WriteFloods();
        WriteWork();
        WriteTables("many", PageText.Many, "Many connections on one thread");
        WriteTables("memory", PageText.Memory, "Memory");
        WriteTables("recovery", PageText.Recovery, "Death, recovery, pool, allocations");
        WriteSoak();
        WriteFuzz();
        _page.Text(PageText.Closing);
        Directory.CreateDirectory(target);
        File.WriteAllText(Path.Combine(target, "ipc.md"), _page.ToString());
        return 0;
    }

    private void WriteMachine(Results latency)
    {
        var machine = latency.Machine;
        var foreign = latency.Foreign();
        _page.Text(string.Create(CultureInfo.InvariantCulture,
            $"Measured on {machine["cores"]} cores of an {machine["processor"]}, {machine["system"]}, {machine["runtime"]}, first run {machine["at"]} UTC. " +
            $"Autogroup: {machine["autogroup"]}. Round trips on the quiet machine: {latency.Runs} run(s) of {latency.Rounds} rounds; " +
            $"strangers used {Figures.Short(foreign.Median)} cores in the median, {Figures.Short(foreign.Worst)} at worst."));
    }

    private void WriteGoals()
    {
        _page.Heading("Goals");
        _page.Table(["ratio (or figure)", "must", "reach for", "found", "verdict"], new Goals(folder).All().Select(bar => (IReadOnlyList<string>)
        [
            bar.What, (bar.IsCeiling ? "≤ " : "≥ ") + Figures.Short(bar.Must) + bar.Unit,
            (bar.IsCeiling ? "≤ " : "≥ ") + Figures.Short(bar.Reach) + bar.Unit, Figures.Short(bar.Found) + bar.Unit, bar.Verdict,
        ]));
    }

    private void WriteRoundTrips()
    {
        _page.Heading("Round trips");
        _page.Text(PageText.RoundTrips);
        foreach (var mode in s_modes)
        {
            var results = Results.Load(folder, "latency", mode);
            if (results.IsEmpty) continue;
            _page.Text($"µs, p50 / p99 / p99.9, {Name(mode)} machine; the last column is the median of the rounds' ratios at 64 B.");
            _page.Table(["", "64 B", "1 KiB", "64 KiB", "p50 ÷ Trawl.Ipc"], Sorted(results, "latency 64").Select(rival => (IReadOnlyList<string>)
            [
                _labels[rival], Three(results, "latency 64", rival), Three(results, "latency 1024", rival), Three(results, "latency 65536", rival),
                Figures.Short(results.Ratio("latency 64", rival, "trawl", "p50")),
            ]));
        }

        Chart("latency", "latency 64", "64 B round trip, quiet machine: p50 (bar), p99 (red)", "ipc-latency.svg");
    }

    private void WriteFloods()
    {
        var results = Results.Load(folder, "throughput", "quiet");
        if (results.IsEmpty) return;
        _page.Heading("One way");
        _page.Text(PageText.Floods);
        _page.Table(["messages of 64 B a second", "each flushed", "64 to a flush"], results.Rivals.Select(rival => (IReadOnlyList<string>)
        [
            _labels[rival], Figures.Count(results.Median("flood 64 1", rival, "perSecond")), Figures.Count(results.Median("flood 64 64", rival, "perSecond")),
        ]));
    }

    private void WriteWork()
    {
        _page.Heading("Realistic work");
        _page.Text(PageText.Work);
        foreach (var mode in s_modes)
        {
            var results = Results.Load(folder, "work", mode);
            if (results.IsEmpty) continue;
            string Two(string order, string rival) =>
                Figures.Micro(results.Median(order, rival, "p50")) + " / " + Figures.Micro(results.Median(order, rival, "p99"));
            _page.Text($"µs, p50 / p99, {Name(mode)} machine.");
            _page.Table(["", "completion", "tool call", "stream, each by itself", "stream, gathered", "mixed", "mixed, operations/s"],
                Sorted(results, "work completion").Select(rival => (IReadOnlyList<string>)
                [
                    _labels[rival], Two("work completion", rival), Two("work tool", rival), Two("work stream", rival), Two("work batch", rival),
                    Two("work mixed", rival), Figures.Count(results.Median("work mixed", rival, "perSecond")),
                ]));
        }

        Chart("work", "work completion", "Completion request with 10 messages, both sides (de)serialise: p50, p99", "ipc-completion.svg");
        Chart("work", "work stream", "Streamed answer of 256 deltas, each sent by itself: p50, p99", "ipc-stream.svg");
    }

    // Commands that write their own rows: "order", "rival" and figures, shown as they are.
    private void WriteTables(string command, string text, string heading)
    {
        var results = Results.Load(folder, command, "quiet");
        if (results.IsEmpty) return;
        _page.Heading(heading);
        _page.Text(text);
        foreach (var table in results.Tables()) _page.Table(table.Columns, table.Rows(rival => _labels.GetValueOrDefault(rival, rival)));
    }

    private void WriteSoak()
    {
        WriteTables("soak", PageText.Soak, "Soak");
        var soak = Results.Load(folder, "soak", "quiet");
        if (soak.IsEmpty) return;
        const string title = "Soak: resident memory in MiB over minutes";
        var chart = new LineChart(title);
        chart.Add("server", "#1f6feb", soak.Curve("minute", "serverMiB"));
        chart.Add("client", "#9aa4b2", soak.Curve("minute", "clientMiB"));
        chart.Add("server, heap", "#2da44e", soak.Curve("minute", "heapMiB"));
        chart.Add("server, native", "#bf8700", soak.Curve("minute", "nativeMiB"));
        chart.Save(Path.Combine(target, "ipc-soak.svg"));
        _page.Text($"![{title}](ipc-soak.svg)");
    }

    private void WriteFuzz()
    {
        var fuzz = Results.Load(folder, "fuzz", "quiet");
        if (fuzz.IsEmpty) return;
        _page.Heading("Hostile peers");
        _page.Text(PageText.Fuzz);
        string Sum(string kind, string figure) => fuzz.Of(kind, "trawl").Sum(r => Results.Number(r, figure)).ToString("#,0", CultureInfo.InvariantCulture);
        string[] figures = ["cases", "corruptions", "honestCalls", "honestFailures"];
        string[] kinds = ["rings", "segment", "frames"];
        _page.Table(["", "cases", "ended for it", "calls of honest peers meanwhile", "of these failed"],
            kinds.Select(kind => (IReadOnlyList<string>)[kind, .. figures.Select(figure => Sum(kind, figure))]));
    }

    private void Chart(string command, string order, string title, string file)
    {
        var results = Results.Load(folder, command, "quiet");
        if (results.IsEmpty) return;
        var chart = new BarChart(title, "µs");
        foreach (var rival in Sorted(results, order))
            chart.Add(_labels[rival], results.Median(order, rival, "p50") / 1000, results.Median(order, rival, "p99") / 1000, rival.StartsWith("trawl", StringComparison.Ordinal));
        Directory.CreateDirectory(target);
        chart.Save(Path.Combine(target, file));
        _page.Text($"![{title}]({file})");
    }

    private static IEnumerable<string> Sorted(Results results, string order) =>
        results.Rivals.OrderBy(rival => results.Median(order, rival, "p50"));

    private static string Three(Results results, string order, string rival) => string.Join(
        " / ", new[] { "p50", "p99", "p999" }.Select(figure => Figures.Micro(results.Median(order, rival, figure))));

    private static string Name(string mode) => mode == "busy" ? "busy (half of the cores taken by another process)" : "quiet";
}
