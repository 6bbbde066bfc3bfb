using System.Globalization;
using System.Text;

namespace Trawl.Cancel.Bench;

/// <summary>The page of figures.</summary>
internal sealed class EndingPage(IReadOnlyList<Ending> endings)
{
    private const double Bar = 2000;
    private readonly Ending[] _met = [.. endings.Where(ending => !ending.Missed)];

    /// <summary>Whether nothing was alive after two seconds, in 99 of 100 endings.</summary>
    public bool Holds => Quantile(_met, 0.99) <= Bar;

    public string Table()
    {
        var table = new StringBuilder("| ended by | runs | workers | connections | p50 ms | p99 ms | slowest ms |\n|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var way in _met.GroupBy(ending => ending.Way).OrderBy(way => way.Key))
        {
            Row(table, Name(way.Key), [.. way]);
        }

        Row(table, "all", _met);
        return table.ToString();
    }

    public string Text() => string.Create(CultureInfo.InvariantCulture, $"""
        # Ending runs

        How long after somebody wished for a run's end is nothing of it alive? `bench/Trawl.Cancel.Bench` crawls a slow site, on
        which every eighth answer never comes or never ends, through a plugin with two workers; at a random moment it ends the
        run, and waits until the kernel knows no worker of it, no connection to its site, and its state is on the disk. Four of
        five runs are executed by an engine that goes on; the others by a process of their own, which has to be gone too.

        After each end the books are checked with plain SQL (integrity, counters, journal without gaps, no record twice, one
        for each page that is done, the reason in the journal). A stopped run is resumed and ended again until it comes to its
        end: its dataset is then, byte for byte, that of a run that nobody disturbed. A cancelled run has published what it had.

        {Table()}
        Bar: p99 of all at most {Bar:0} ms: {(Holds ? "holds" : "BROKEN")}. {endings.Count - _met.Length} runs had ended by themselves before they
        could be ended. *Workers* and *connections* are those that were alive when the end was wished for, added up. A stop by
        deadline gives what is under way 150 ms, which count.

        ```
        dotnet build bench/Trawl.Cancel.Bench -c Release
        artifacts/bin/Trawl.Cancel.Bench/release/Trawl.Cancel.Bench --count 500 --page docs/performance/cancellation.md
        ```

        Figures of a machine with {Environment.ProcessorCount} processors, busy with other work; {endings.Count} endings.

        """);

    private static void Row(StringBuilder table, string name, Ending[] of) => table.Append(
        CultureInfo.InvariantCulture,
        $"| {name} | {of.Length} | {of.Sum(e => e.Workers)} | {of.Sum(e => e.Connections)} | {Quantile(of, 0.5):0} | {Quantile(of, 0.99):0} | {Quantile(of, 1):0} |\n");

    private static string Name(WayToEnd way) => way switch
    {
        WayToEnd.StopAtOnce => "stop at once",
        WayToEnd.StopByDeadline => "stop by deadline",
        WayToEnd.Cancel => "cancel",
        _ => "Ctrl-C twice",
    };

    private static double Quantile(IReadOnlyCollection<Ending> of, double share)
    {
        var sorted = of.Select(ending => ending.Milliseconds).Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
