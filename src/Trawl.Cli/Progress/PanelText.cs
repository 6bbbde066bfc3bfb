using Trawl.Api.Hosts;
using Trawl.Api.Runs;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Progress;

/// <summary>The lines of the live panel. Pure: the same picture gives the same lines.</summary>
internal static class PanelText
{
    private const int HostsShown = 5;

    /// <param name="snapshot">The picture.</param>
    /// <param name="meter">Its speed.</param>
    /// <param name="age">Seconds since the picture was taken; clocks go on in between.</param>
    /// <param name="note">A sentence for the user; null for none.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="style">Colours.</param>
    public static IReadOnlyList<string> Lines(
        RunSnapshot snapshot, ProgressMeter meter, double age, string? note, int width, Style style)
    {
        if (snapshot.Preparation is { } preparation)
        {
            return Preparing(snapshot.RunId, preparation, width, style);
        }

        var counts = snapshot.Requests;
        var elapsed = snapshot.ElapsedSeconds + (snapshot.IsLast ? 0 : age);
        var lines = new List<string>
        {
            Row(style.Bold(snapshot.RunId), snapshot.RunId, $"{RunWords.State(snapshot.State)}  {Amounts.Clock(elapsed)}", width),
            Bar(counts, meter, width, style),
            $"  pages    {style.Green(Amounts.Count(counts.Done))} done   {Amounts.Count(counts.Queued + counts.InFlight)} queued   "
                + $"{Failed(counts, style)}   {Amounts.Count(counts.Skipped)} skipped",
            $"  records  {Amounts.Count(snapshot.Records)}"
                + (snapshot.Quarantined > 0 ? $"   {style.Yellow(Amounts.Count(snapshot.Quarantined))} quarantined" : "")
                + $"   {Amounts.Rate(meter.Rate)} pages/s   {Amounts.Bytes(snapshot.Bytes)}",
        };
        AddHosts(lines, snapshot, age, width, style);
        if (note is not null)
        {
            lines.Add("  " + style.Yellow(SafeText.Cut(note, width - 3)));
        }

        return lines;
    }

    private static IReadOnlyList<string> Preparing(string runId, PreparationSnapshot preparation, int width, Style style)
    {
        var share = preparation.Total == 0 ? 0 : (double)preparation.Done / preparation.Total;
        var cells = Math.Max(10, width - 10);
        var full = (int)(share * cells);
        return
        [
            Row(style.Bold(runId), runId, "indexing archives", width),
            $"  {style.Cyan(new string('━', full))}{style.Dim(new string('─', cells - full))} {(int)(share * 100),3} %",
            $"  {Amounts.Of(preparation.Records, "record")}, {Amounts.Bytes(preparation.Done)} of {Amounts.Bytes(preparation.Total)}",
        ];
    }

    private static string Failed(RequestCounts counts, Style style) =>
        counts.Failed == 0 ? "0 failed" : style.Red($"{Amounts.Count(counts.Failed)} failed");

    private static string Row(string shown, string plain, string right, int width) =>
        shown + new string(' ', Math.Max(2, width - 1 - plain.Length - right.Length)) + right;

    private static string Bar(RequestCounts counts, ProgressMeter meter, int width, Style style)
    {
        var total = counts.Settled + counts.Queued + counts.InFlight;
        var share = total == 0 ? 0 : (double)counts.Settled / total;
        var right = meter.Left is { } left ? $"about {Amounts.Clock(left)} left" : "finding more pages";
        var cells = Math.Max(10, width - 10 - right.Length);
        var full = (int)(share * cells);
        return $"  {style.Cyan(new string('━', full))}{style.Dim(new string('─', cells - full))} {(int)(share * 100),3} % {right}";
    }

    private static void AddHosts(List<string> lines, RunSnapshot snapshot, double age, int width, Style style)
    {
        if (snapshot.Hosts.Count == 0)
        {
            return;
        }

        var table = new TextTable(
            new TextColumn("host", MayShrink: true),
            new TextColumn("queued", IsRight: true),
            new TextColumn("in flight", IsRight: true),
            new TextColumn("delay", IsRight: true),
            new TextColumn("state", MayShrink: true));
        foreach (var host in snapshot.Hosts.Take(HostsShown))
        {
            table.Add(
                host.Name, Amounts.Count(host.Queued), Amounts.Count(host.InFlight), Amounts.Duration(host.DelaySeconds), Wait(host, age));
        }

        lines.AddRange(table.Lines(width - 3, style).Select(l => "  " + l));
        var shown = Math.Min(HostsShown, snapshot.Hosts.Count);
        if (snapshot.HostCount > shown)
        {
            lines.Add(style.Dim($"  and {Amounts.Of(snapshot.HostCount - shown, "more host")}"));
        }
    }

    private static string Wait(HostSnapshot host, double age)
    {
        var next = host.NextInSeconds - age;
        var waits = next >= 1 && host.InFlight == 0 ? $"next in {Amounts.Clock(next)}" : "";
        return host.Note is null ? waits : waits.Length == 0 ? host.Note : $"{host.Note}, {waits}";
    }
}
