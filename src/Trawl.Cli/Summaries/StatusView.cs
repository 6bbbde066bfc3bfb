using System.Globalization;
using Trawl.Api.Machine;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Summaries;

/// <summary>What <c>trawl status</c> prints.</summary>
internal sealed class StatusView(CliSession session)
{
    public void Write(StatusDocument status)
    {
        var table = new TextTable(new TextColumn(""), new TextColumn("", MayShrink: true));
        var governor = status.Governor;
        table.Add("governor", governor.Why is { } why ? $"{governor.Step}: {why.Message}" : "nothing is short");
        table.Add("in flight", $"{Amounts.Of(governor.Jobs, "request")} at most, {Amounts.Of(governor.Runs, "run")} to share them");
        AddReading(table, governor.Reading);
        foreach (var run in status.Runs)
        {
            table.Add(
                run.RunId,
                $"{Amounts.Count(run.Requests.Done)} done, {Amounts.Count(run.Requests.Queued + run.Requests.InFlight)} to do, "
                + $"{Amounts.Of(run.Records, "record")}, {Amounts.Duration(run.ElapsedSeconds)}");
        }

        session.Data.Write(table);
        if (status.Runs.Count == 0)
        {
            session.Talk.Say("No run is under way.");
        }
    }

    private static void AddReading(TextTable table, GovernorReading reading)
    {
        table.Add("processors", string.Create(CultureInfo.InvariantCulture, $"{reading.Processors:0.##}")
            + (reading.CpuWaits is { } waits ? string.Create(CultureInfo.InvariantCulture, $", something waits for one {100 * waits:0} % of the time") : ""));
        table.Add("memory", $"{Share(reading.MemoryUsed, reading.MemoryLimit, Amounts.Bytes)} of the {reading.MemoryOf}");
        table.Add("open files", Share(reading.FilesOpen, reading.FilesLimit, Amounts.Count));
        table.Add("disk", reading.DiskFree is { } free ? $"{Amounts.Bytes(free)} free" : "unknown");
        table.Add("network", reading.HasNetwork switch { true => "there", false => "none", null => "unknown" });
    }

    private static string Share(long? used, long? limit, Func<long, string> show) =>
        used is { } u && limit is { } l ? $"{show(u)} of {show(l)}" : used is { } alone ? show(alone) : "unknown";
}
