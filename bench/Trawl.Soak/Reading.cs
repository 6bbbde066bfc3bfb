using System.Globalization;

namespace Trawl.Soak;

/// <summary>What the server holds at one moment.</summary>
/// <param name="Minute">Since the soak began.</param>
/// <param name="Memory">Resident, MiB.</param>
/// <param name="Handles">Open file descriptors.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Scratch">Entries of the home that are not of a run.</param>
/// <param name="Disk">MiB on disk in the home, a run's average.</param>
internal sealed record Reading(double Minute, double Memory, double Handles, double Threads, double Scratch, double Disk)
{
    public static Reading Of(int process, string home, double minute)
    {
        var status = File.ReadAllLines($"/proc/{process}/status");
        double Number(string name) => double.Parse(
            status.First(line => line.StartsWith(name, StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        var runs = Path.Combine(home, "runs");
        var (bytes, count) = (new DirectoryInfo(runs).EnumerateFiles("*", SearchOption.AllDirectories).Sum(LengthOf), Directory.GetDirectories(runs).Length);
        return new Reading(
            minute, Number("VmRSS:") / 1024, Directory.GetFileSystemEntries($"/proc/{process}/fd").Length, Number("Threads:"),
            Directory.EnumerateFileSystemEntries(home, "*", SearchOption.AllDirectories).Count(entry => !entry.StartsWith(runs, StringComparison.Ordinal)),
            count == 0 ? 0 : bytes / (double)(1 << 20) / count);
    }

    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }
}
