using System.Globalization;

namespace Trawl.Load.Measuring;

/// <summary>What the process holds, in MiB.</summary>
/// <param name="Resident">VmRSS: all pages in memory, mapped files included.</param>
/// <param name="Private">RssAnon: what only this process uses.</param>
/// <param name="Peak">VmHWM.</param>
/// <param name="Heap">Managed objects, dead ones that were not collected yet included.</param>
/// <param name="Committed">What the garbage collector has taken from the system.</param>
internal readonly record struct ProcessMemory(
    double Resident, double Private, double Peak, double Heap, double Committed)
{
    private const double Mebi = 1 << 20;

    internal static ProcessMemory Now()
    {
        double resident = 0, own = 0, peak = 0;
        foreach (var line in File.ReadLines("/proc/self/status"))
        {
            resident = line.StartsWith("VmRSS:", StringComparison.Ordinal) ? Kib(line) : resident;
            own = line.StartsWith("RssAnon:", StringComparison.Ordinal) ? Kib(line) : own;
            peak = line.StartsWith("VmHWM:", StringComparison.Ordinal) ? Kib(line) : peak;
        }

        return new ProcessMemory(
            resident, own, peak, GC.GetTotalMemory(false) / Mebi, GC.GetGCMemoryInfo().TotalCommittedBytes / Mebi);
    }

    private static double Kib(string line) =>
        double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
}
