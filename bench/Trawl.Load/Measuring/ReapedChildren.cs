using System.Globalization;

namespace Trawl.Load.Measuring;

/// <summary>CPU time of processes that this one started and that ended, with all that they started: in ticks of 10 ms.</summary>
internal static class ReapedChildren
{
    private const int User = 13, System = 14;
    private const double TicksPerSecond = 100;

    internal static double CpuSeconds()
    {
        var text = File.ReadAllText("/proc/self/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (Ticks(fields[User]) + Ticks(fields[System])) / TicksPerSecond;
    }

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
