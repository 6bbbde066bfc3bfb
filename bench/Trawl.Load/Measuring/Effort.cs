using System.Diagnostics;

namespace Trawl.Load.Measuring;

/// <summary>Wall time and CPU time of the whole process since it was made.</summary>
internal sealed class Effort
{
    private readonly long _wall = Stopwatch.GetTimestamp();
    private readonly TimeSpan _cpu = Environment.CpuUsage.TotalTime;

    internal double WallSeconds => Stopwatch.GetElapsedTime(_wall).TotalSeconds;

    internal double CpuSeconds => (Environment.CpuUsage.TotalTime - _cpu).TotalSeconds;
}
