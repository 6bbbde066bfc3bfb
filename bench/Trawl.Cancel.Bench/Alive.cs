using System.Globalization;

namespace Trawl.Cancel.Bench;

/// <summary>What is alive of a run, as the kernel has it: its workers, and connections to its site.</summary>
/// <param name="folder">A folder in which the run's folder lies.</param>
/// <param name="site">The run's site.</param>
internal sealed class Alive(string folder, Uri site)
{
    // One of our side, in a state with a process behind it: not in TIME_WAIT and the like, which are the kernel's.
    private static readonly string[] s_withProcess = ["01", "02", "04", "05", "08"];

    private readonly string _port = site.Port.ToString("X4", CultureInfo.InvariantCulture);

    public int Workers() => Directory.EnumerateDirectories("/proc").Count(process => char.IsAsciiDigit(Path.GetFileName(process)[0]) && IsWorker(process));

    /// <summary>Sockets whose far end is the site and that a process still holds.</summary>
    public int Connections() => File.ReadLines("/proc/net/tcp").Concat(ReadV6()).Skip(1).Count(IsOurs);

    private static IEnumerable<string> ReadV6() => File.Exists("/proc/net/tcp6") ? File.ReadLines("/proc/net/tcp6").Skip(1) : [];

    private bool IsOurs(string line)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields[2].EndsWith(':' + _port, StringComparison.Ordinal) && s_withProcess.Contains(fields[3]) && fields[9] != "0";
    }

    /// <summary>A worker's home is below the folder of its run.</summary>
    private bool IsWorker(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "environ")).Split('\0').Any(variable =>
                variable.StartsWith("HOME=" + folder, StringComparison.Ordinal) && variable.Contains("/tmp/plugins/", StringComparison.Ordinal));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
