using Trawl.Governor.Readings;
using Trawl.Model.Errors;

namespace Trawl.Governor.Rules;

/// <summary>Memory of the container, or of the machine: all steps in their order.</summary>
internal sealed class MemoryRule : IRule
{
    public string Name => "memory";

    public string Code => ErrorCode.GovernorMemory;

    public Verdict Judge(ResourceReading reading, GovernorLimits limits)
    {
        if (reading is not { MemoryLimit: > 0 and var limit, MemoryUsed: { } used })
        {
            return Verdict.Unknown;
        }

        var share = (double)used / limit;
        var (enter, stay) = (Step(share, limits, 0), Step(share, limits, limits.MemoryDistance));
        return new Verdict(
            enter, stay, $"{Amounts.Bytes(used)} in use", $"{Amounts.Percent(limits.Memory[Math.Clamp((int)stay - 1, 0, 4)])} of {Amounts.Bytes(limit)}",
            $"The {reading.MemoryOf} is short of memory: {Amounts.Bytes(used)} of {Amounts.Bytes(limit)} are in use, by all its processes. "
            + "Give it more, end what else uses it, or lower fetch.concurrency.");
    }

    private static PressureStep Step(double share, GovernorLimits limits, double distance) =>
        (PressureStep)limits.Memory.Count(limit => share >= limit - distance);
}
