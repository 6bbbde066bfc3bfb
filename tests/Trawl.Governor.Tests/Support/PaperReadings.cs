using Trawl.Governor.Readings;

namespace Trawl.Governor.Tests.Support;

/// <summary>Readings that a test writes.</summary>
internal sealed class PaperReadings : IReadings
{
    /// <summary>Eight processors, 8 GiB of memory of which 1 is used, plenty of everything else.</summary>
    public static ResourceReading Plenty { get; } = new()
    {
        Processors = 8, CpuWaits = 0, MemoryLimit = 8L << 30, MemoryUsed = 1L << 30, FilesLimit = 20_000, FilesOpen = 100,
        DiskSize = 100L << 30, DiskFree = 50L << 30, HasNetwork = true,
    };

    public ResourceReading Now { get; set; } = Plenty;

    public int Reads { get; private set; }

    public ResourceReading Read()
    {
        Reads++;
        return Now;
    }

    public void UseMemory(double share) => Now = Now with { MemoryUsed = (long)(share * Now.MemoryLimit!.Value) };
}
