namespace Trawl.Governor.Rules;

/// <summary>The numbers that readings are held against.</summary>
public sealed record GovernorLimits
{
    /// <summary>Parts of the memory in use at which the steps begin, from the first to the last one.</summary>
    public IReadOnlyList<double> Memory { get; init; } = [0.80, 0.85, 0.88, 0.91, 0.94];

    /// <summary>How far below its beginning the memory in use must be for a step to end.</summary>
    public double MemoryDistance { get; init; } = 0.05;

    /// <summary>Parts of the open files at which it is slowed down, nothing is admitted, and all is paused.</summary>
    public IReadOnlyList<double> Files { get; init; } = [0.70, 0.80, 0.90];

    /// <summary>How far below its beginning the open files must be for a step to end.</summary>
    public double FilesDistance { get; init; } = 0.10;

    /// <summary>Part of the time that work may wait for processors before it is slowed down.</summary>
    public double CpuWaits { get; init; } = 0.80;

    /// <summary>The part below which it goes on as before.</summary>
    public double CpuCalm { get; init; } = 0.50;

    /// <summary>Bytes to keep free on the home's disk, or a tenth of a smaller disk; 0 keeps none.</summary>
    public long DiskFree { get; init; } = 256L << 20;

    /// <summary>Requests in flight at most for each processor.</summary>
    public int JobsPerProcessor { get; init; } = 500;

    /// <summary>Requests in flight for each processor that a slowed down machine still has.</summary>
    public int SlowJobsPerProcessor { get; init; } = 8;

    /// <summary>Bytes of memory that a request in flight may need, its page included.</summary>
    public long JobMemory { get; init; } = 4L << 20;

    /// <summary>Open files that a request in flight may need.</summary>
    public int JobFiles { get; init; } = 2;

    /// <summary>Readings in a row that must be calm before a step ends.</summary>
    public int Calm { get; init; } = 3;

    /// <summary>Time between two readings.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);
}
