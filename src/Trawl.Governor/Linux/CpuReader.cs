using System.Globalization;

namespace Trawl.Governor.Linux;

/// <summary>Processors that may be used, and how much is waited for them.</summary>
internal sealed class CpuReader(SystemFiles files)
{
    private (long Throttled, long Periods)? _last;

    /// <summary>Processors of the machine that this process may run on, or the smallest share that a group above it has.</summary>
    public double Processors(ControlGroups groups)
    {
        var shares = groups.Unified.Select(Unified).Concat(groups.Cpu.Select(First)).OfType<double>();
        return shares.Append(Environment.ProcessorCount).Min();
    }

    /// <summary>
    /// Part of the last time in which work waited: periods in which the container's share was used up before their end, or,
    /// where it has none, the machine's pressure (PSI, mean of ten seconds). Null when the kernel does not say.
    /// </summary>
    public double? Waits(ControlGroups groups)
    {
        var folder = groups.Unified.FirstOrDefault(f => Unified(f) is not null) ?? groups.Cpu.FirstOrDefault(f => First(f) is not null);
        return folder is null ? Pressure() : Throttled(folder);
    }

    private double? Throttled(string folder)
    {
        if (files.Field($"{folder}/cpu.stat", "nr_throttled") is not { } throttled || files.Field($"{folder}/cpu.stat", "nr_periods") is not { } periods)
        {
            return null;
        }

        var before = _last;
        _last = (throttled, periods);
        return before is { } last && periods > last.Periods ? (double)(throttled - last.Throttled) / (periods - last.Periods) : 0;
    }

    /// <summary><c>some avg10=12.34 avg60=…</c></summary>
    private double? Pressure()
    {
        var some = files.Lines("/proc/pressure/cpu").FirstOrDefault(line => line.StartsWith("some ", StringComparison.Ordinal));
        return some?.Split(' ') is [_, ['a', 'v', 'g', '1', '0', '=', .. var percent], ..]
            && double.TryParse(percent, CultureInfo.InvariantCulture, out var waited) ? waited / 100 : null;
    }

    /// <summary><c>QUOTA PERIOD</c> in microseconds, or <c>max PERIOD</c>.</summary>
    private double? Unified(string folder) => files.Text($"{folder}/cpu.max")?.Trim().Split(' ') is [var quota, var period]
        && long.TryParse(quota, CultureInfo.InvariantCulture, out var most) && long.TryParse(period, CultureInfo.InvariantCulture, out var of) && of > 0
        ? (double)most / of : null;

    private double? First(string folder) =>
        files.Number($"{folder}/cpu.cfs_quota_us") is > 0 and var quota && files.Number($"{folder}/cpu.cfs_period_us") is > 0 and var period
            ? (double)quota / period : null;
}
