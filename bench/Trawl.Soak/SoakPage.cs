using System.Globalization;
using System.Text;

namespace Trawl.Soak;

/// <summary>What was seen, as a page.</summary>
internal sealed class SoakPage
{
    private readonly SoakPlan _plan;
    private readonly SoakRun _soak;
    private readonly List<Trend> _trends;

    public SoakPage(SoakPlan plan, SoakRun soak)
    {
        (_plan, _soak) = (plan, soak);
        var counted = soak.Readings.Where(r => r.Minute >= plan.CountsFrom.TotalMinutes).ToArray();
        _trends =
        [
            Trend.Of("resident memory of the server, MiB", [.. counted.Select(r => r.Memory)], WarmsUp ? 200 : 40),
            Trend.Of("open descriptors of the server", [.. counted.Select(r => r.Handles)], 40),
            Trend.Of("threads of the server", [.. counted.Select(r => r.Threads)], 15),
            Trend.Of("entries of the home that are no run's", [.. counted.Select(r => r.Scratch)], 10),
            Trend.Of("MiB on disk for a run", [.. counted.Select(r => r.Disk)], 2),
        ];
        Faults = [.. soak.Faults, .. _trends.Where(t => !t.Holds).Select(t => $"{t.Name} grew from {t.Before:0.#} to {t.After:0.#}")];
    }

    public IReadOnlyList<string> Faults { get; }

    // A server is two minutes old before its code is compiled and its heap has the size it keeps.
    private bool WarmsUp => _plan.Length < TimeSpan.FromMinutes(10);

    public string Text()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Reliability: a soak

            `dotnet run -c Release --project bench/Trawl.Soak -- --minutes {_plan.Length.TotalMinutes:0.##} --seed {_plan.Seed}{(_plan.WithBrowser ? " --browser yes" : "")} --page docs/reliability.md`

            One `trawl up` executes three runs at once, drawn by chance: the demo shop with its troubles, about 50 hosts that each
            misbehave in a way of their own{(_plan.WithBrowser ? ", and a shop of scripts in a real browser" : "")}. Runs are stopped, resumed and cancelled by chance.
            In the first half the server is killed with `SIGKILL` every 5 to 25 seconds and what it had is resumed; in the second
            half it lives through. A completed run's dataset must be, line for line, that of a run that nobody disturbed.


            """);
        foreach (var (what, count) in _soak.Counts) text.Append(CultureInfo.InvariantCulture, $"- {what}: {count}\n");
        text.Append("\nFrom the server that lived through, the median of the first and of the last third of its counted time:\n\n| | first | last | may grow by |\n|---|---:|---:|---:|\n");
        foreach (var trend in _trends) text.Append(CultureInfo.InvariantCulture, $"| {trend.Name} | {trend.Before:0.#} | {trend.After:0.#} | {trend.Allowed:0} |\n");
        text.Append(Faults.Count == 0 ? "\nNo fault was seen.\n" : "\n**Faults**\n\n" + string.Concat(Faults.Select(fault => $"- {fault}\n")));
        return text.ToString();
    }
}
