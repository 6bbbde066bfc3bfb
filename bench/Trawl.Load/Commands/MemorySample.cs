using Trawl.Load.Measuring;

namespace Trawl.Load.Commands;

internal sealed record MemorySample(
    long Done, long Queued, ProcessMemory Memory, double WallSeconds, double CpuSeconds);
