using Trawl.Governor.Readings;

namespace Trawl.Governor.Rules;

/// <summary>How many requests may be in flight on this machine, all runs together.</summary>
internal static class JobsRule
{
    private const int Most = 1000;
    private const int FilesOfOthers = 200;

    /// <summary>The number, and what sets it.</summary>
    public static (int Jobs, string Reading, string Limit) Of(ResourceReading reading, GovernorLimits limits, PressureStep step)
    {
        if (step == PressureStep.Paused)
        {
            return (0, "", "");
        }

        var (jobs, by, limit) = Candidates(reading, limits).MinBy(candidate => candidate.Jobs);
        return step == PressureStep.None
            ? (Math.Clamp(jobs, 1, Most), by, limit)
            : (Math.Clamp(Slowed(reading, limits, step), 1, Math.Max(1, jobs)), by, limit);
    }

    private static IEnumerable<(int Jobs, string Reading, string Limit)> Candidates(ResourceReading reading, GovernorLimits limits)
    {
        yield return (
            (int)Math.Min(Most, Math.Ceiling(reading.Processors * limits.JobsPerProcessor)),
            FormattableString.Invariant($"{reading.Processors:0.##} processors"), FormattableString.Invariant($"{limits.JobsPerProcessor} each"));
        if (reading.MemoryLimit is { } memory)
        {
            // Half of it is for pages in flight; the rest for the engine, its caches and others.
            yield return (
                (int)Math.Min(Most, memory / 2 / limits.JobMemory), $"{Amounts.Bytes(memory)} of memory",
                $"{Amounts.Bytes(limits.JobMemory)} each, from half of it");
        }

        if (reading.FilesLimit is { } files)
        {
            yield return (
                (int)Math.Clamp((files - FilesOfOthers) / limits.JobFiles, 1, Most),
                FormattableString.Invariant($"{files} files may be open"), FormattableString.Invariant($"{limits.JobFiles} each"));
        }
    }

    /// <summary>The first step leaves what keeps the processors busy, the later ones half of it and half again.</summary>
    private static int Slowed(ResourceReading reading, GovernorLimits limits, PressureStep step) =>
        (int)Math.Ceiling(reading.Processors * limits.SlowJobsPerProcessor) >> Math.Min(3, (int)step - 1);
}
