using Trawl.Governor.Readings;

namespace Trawl.Governor.Linux;

/// <summary>What Linux says, of the machine and of the control groups this process is in, version 2 or 1.</summary>
/// <param name="home">A folder on the disk that runs are written to.</param>
/// <param name="root">Where <c>/proc</c> and <c>/sys</c> are; elsewhere in tests.</param>
public sealed class LinuxReadings(string home, string root = "/") : IReadings
{
    private readonly SystemFiles _files = new(root);
    private readonly MemoryReader _memory = new(new SystemFiles(root));
    private readonly CpuReader _cpu = new(new SystemFiles(root));

    /// <inheritdoc/>
    public ResourceReading Read()
    {
        var groups = ControlGroups.Of(_files);
        var memory = _memory.Read(groups);
        var (size, free) = DiskSpace.Of(home);
        return new ResourceReading
        {
            Processors = _cpu.Processors(groups),
            CpuWaits = _cpu.Waits(groups),
            MemoryLimit = memory?.Limit,
            MemoryUsed = memory?.Used,
            MemoryOf = memory?.Whose ?? "machine",
            FilesLimit = OpenFiles.Limit(_files),
            FilesOpen = OpenFiles.Count(_files),
            DiskSize = size,
            DiskFree = free,
            HasNetwork = Routes.LeadOut(_files),
        };
    }
}
