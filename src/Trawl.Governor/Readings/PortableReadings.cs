namespace Trawl.Governor.Readings;

/// <summary>What .NET itself knows, on systems without <c>/proc</c>.</summary>
/// <param name="home">A folder on the disk that runs are written to.</param>
public sealed class PortableReadings(string home) : IReadings
{
    /// <inheritdoc/>
    public ResourceReading Read()
    {
        var memory = GC.GetGCMemoryInfo();
        var (size, free) = DiskSpace.Of(home);
        return new ResourceReading
        {
            Processors = Environment.ProcessorCount,
            MemoryLimit = memory.TotalAvailableMemoryBytes,
            MemoryUsed = memory.MemoryLoadBytes,
            DiskSize = size,
            DiskFree = free,
        };
    }
}
