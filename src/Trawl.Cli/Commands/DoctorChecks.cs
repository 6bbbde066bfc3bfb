using System.Globalization;
using System.Runtime.InteropServices;
using Trawl.Browser;
using Trawl.Cli.Terminal;
using Trawl.Hosting.Reading;

namespace Trawl.Cli.Commands;

/// <summary>What <c>trawl doctor</c> looks at.</summary>
internal sealed class DoctorChecks(CliSession session, bool deep)
{
    private const long LittleSpace = 1L << 30;
    private const long FewFiles = 1024;

    private readonly string _home = session.Settings.Settings.Home;

    public IReadOnlyList<DoctorCheck> Run() =>
        [Dotnet(), Sqlite(), Writable(), Flush(), Space(), Files(), Clock(), Owner(), Screen(), Browser(), .. Runs()];

    private static DoctorCheck Dotnet() => new(
        ".NET",
        CheckVerdict.Ok,
        $"{Environment.Version} on {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.ProcessArchitecture}");

    private static DoctorCheck Sqlite()
    {
        try
        {
            return new DoctorCheck("SQLite", CheckVerdict.Ok, HomeInspection.SqliteInUse());
        }
        catch (DllNotFoundException error)
        {
            return new DoctorCheck("SQLite", CheckVerdict.Bad, "no library found", error.Message);
        }
    }

    private DoctorCheck Writable()
    {
        try
        {
            HomeInspection.TryWrite(_home);
            return new DoctorCheck("home", CheckVerdict.Ok, $"{_home} can be written");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new DoctorCheck(
                "home", CheckVerdict.Bad, $"{_home} cannot be written: {error.Message}",
                "Give this user the right to write there, or choose another with --home or TRAWL_HOME.");
        }
    }

    private DoctorCheck Flush()
    {
        try
        {
            var took = HomeInspection.TimeFlush(_home, session.Clock);
            var reading = string.Create(CultureInfo.InvariantCulture, $"{took.TotalMilliseconds:0.0} ms to bring 4 kB to the disk");
            return took > TimeSpan.FromMilliseconds(100)
                ? new DoctorCheck("fsync", CheckVerdict.Warning, reading, "The disk is slow; commits wait for it.")
                : new DoctorCheck("fsync", CheckVerdict.Ok, reading);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new DoctorCheck("fsync", CheckVerdict.Bad, error.Message, "Nothing is safe on this disk; choose another home.");
        }
    }

    private DoctorCheck Space()
    {
        try
        {
            var drive = new DriveInfo(Path.GetFullPath(_home));
            var reading = $"{Amounts.Bytes(drive.AvailableFreeSpace)} free";
            return drive.AvailableFreeSpace < LittleSpace
                ? new DoctorCheck("disk", CheckVerdict.Warning, reading, "Free space: a run stops, saved, when the disk is full.")
                : new DoctorCheck("disk", CheckVerdict.Ok, reading);
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return new DoctorCheck("disk", CheckVerdict.Warning, $"unknown: {error.Message}");
        }
    }

    private static DoctorCheck Files()
    {
        if (HomeInspection.OpenFilesLimit() is not { } limit)
        {
            return new DoctorCheck("open files", CheckVerdict.Ok, "no limit known");
        }

        var reading = $"at most {Amounts.Count(limit)}";
        return limit < FewFiles
            ? new DoctorCheck("open files", CheckVerdict.Warning, reading, "Raise it with \"ulimit -n 4096\" for crawls of many hosts.")
            : new DoctorCheck("open files", CheckVerdict.Ok, reading);
    }

    private DoctorCheck Clock()
    {
        var now = session.Clock.GetUtcNow();
        var reading = Amounts.Time(now);
        return now < HomeInspection.NewestWrite(_home) - TimeSpan.FromMinutes(5)
            ? new DoctorCheck(
                "clock", CheckVerdict.Warning, $"{reading}, earlier than files in the home", "Set the clock: politeness goes by it.")
            : new DoctorCheck("clock", CheckVerdict.Ok, reading);
    }

    private DoctorCheck Owner() => new(
        "owner", CheckVerdict.Ok, HomeInspection.Owner(_home) is { } holder ? $"{holder} executes runs" : "nobody executes runs now");

    private DoctorCheck Screen()
    {
        var talk = session.Talk;
        return new DoctorCheck("terminal", CheckVerdict.Ok, talk.IsTerminal
            ? $"{talk.Width} columns, {(talk.Style.IsOn ? "colours" : "no colours")}, {(talk.IsLive ? "live panel" : "plain lines")}"
            : "not a terminal: plain lines");
    }

    private DoctorCheck Browser() => InstalledChromium.Find(session.Settings.Settings.Browser) is { } path
        ? new DoctorCheck("browser", CheckVerdict.Ok, $"{path}, for page rules with \"render\"")
        : new DoctorCheck("browser", CheckVerdict.Ok, $"none; page rules with \"render\" need one. {InstalledChromium.WayOut}");

    private IEnumerable<DoctorCheck> Runs()
    {
        var inspected = HomeInspection.Runs(_home, deep);
        var damaged = inspected.Where(r => r.Problem is not null).ToArray();
        if (damaged.Length == 0)
        {
            var reading = inspected.Count == 0 ? "none" : $"{Amounts.Count(inspected.Count)}, none damaged";
            yield return new DoctorCheck("runs", CheckVerdict.Ok, reading);
        }

        foreach (var run in damaged)
        {
            yield return new DoctorCheck(
                "run", CheckVerdict.Warning, $"{run.Folder}: {run.Problem}", "Restore the folder from a copy, or delete it.");
        }
    }
}
