using Trawl.Governor.Readings;

namespace Trawl.Governor.Rules;

/// <summary>Whether a plugin may have one more worker: a processor for each, and together at most half of the memory that is free.</summary>
internal static class WorkerRule
{
    private const int MemoryShare = 2;

    public static bool MayAdd(ResourceReading reading, PressureStep step, int workers, int? planned, long memory)
    {
        if (workers == 0)
        {
            return true;
        }

        if (step >= PressureStep.NoAdmission || workers >= (planned ?? Math.Max(1, (int)Math.Ceiling(reading.Processors))))
        {
            return false;
        }

        return reading is not { MemoryLimit: { } limit, MemoryUsed: { } used } || (limit - used) / MemoryShare > memory;
    }
}
