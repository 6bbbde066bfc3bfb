using System.Diagnostics;

namespace Trawl.Storage.Bench;

/// <summary>
/// Wall time and CPU time of the process within the commits alone; making the batches does not count.
/// </summary>
internal sealed class Measurement
{
    private TimeSpan _cpuStart;
    private long _wallStart;
    private TimeSpan _cpu;
    private TimeSpan _wall;
    private int _pages;

    internal void Start()
    {
        _cpuStart = Environment.CpuUsage.TotalTime;
        _wallStart = Stopwatch.GetTimestamp();
    }

    internal void Stop(int pages)
    {
        _wall += Stopwatch.GetElapsedTime(_wallStart);
        _cpu += Environment.CpuUsage.TotalTime - _cpuStart;
        _pages += pages;
    }

    public override string ToString() => FormattableString.Invariant(
        $"{_pages,8} pages  {PerSecond(_wall),8:F0} pages/s  {PerSecond(_cpu),8:F0} pages/CPU s")
        + FormattableString.Invariant($"  {_cpu.TotalMicroseconds / _pages,6:F1} us CPU/page");

    private double PerSecond(TimeSpan time) => _pages / time.TotalSeconds;
}
