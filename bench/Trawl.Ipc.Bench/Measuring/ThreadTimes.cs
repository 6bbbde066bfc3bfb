using System.Globalization;

namespace Trawl.Ipc.Bench.Measuring;

/// <summary>CPU time of a process in nanoseconds, as the scheduler counts it: fine enough for a process that idles.</summary>
internal static class ThreadTimes
{
    internal static double Nanoseconds(int process) => Directory.EnumerateDirectories($"/proc/{process}/task").Sum(thread =>
        double.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture));
}
