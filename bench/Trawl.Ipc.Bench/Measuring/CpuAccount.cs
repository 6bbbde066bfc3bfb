using System.Diagnostics;

namespace Trawl.Ipc.Bench.Measuring;

/// <summary>Who used the processors since it was made: this program and its rivals, or somebody else.</summary>
internal sealed class CpuAccount
{
    private const double TicksPerSecond = 100;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly long _machine = ProcessTable.MachineTicks();
    private readonly long _own = ProcessTable.TreeTicks(Environment.ProcessId);

    /// <summary>Cores that strangers kept busy, and cores that we did.</summary>
    internal (double Foreign, double Own) Read()
    {
        var own = ProcessTable.TreeTicks(Environment.ProcessId) - _own;
        var foreign = ProcessTable.MachineTicks() - _machine - own;
        var ticks = Stopwatch.GetElapsedTime(_start).TotalSeconds * TicksPerSecond;
        return (Math.Round(Math.Max(0, foreign) / ticks, 3), Math.Round(own / ticks, 3));
    }
}
