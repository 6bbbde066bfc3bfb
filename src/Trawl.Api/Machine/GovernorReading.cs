namespace Trawl.Api.Machine;

/// <summary>What machine and container have, and what of it is used. Null is what could not be read.</summary>
public sealed record GovernorReading
{
    /// <summary>Processors that may be used; a container's share may be a fraction.</summary>
    public required double Processors { get; init; }

    /// <summary>Part of the time, 0 to 1, in which something that could run had to wait for a processor.</summary>
    public double? CpuWaits { get; init; }

    /// <summary>Bytes of memory that may be used.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Bytes of it that are used and cannot be taken back.</summary>
    public long? MemoryUsed { get; init; }

    /// <summary>Whose limit it is: <c>container</c> or <c>machine</c>.</summary>
    public required string MemoryOf { get; init; }

    /// <summary>Files that the engine's process may have open.</summary>
    public long? FilesLimit { get; init; }

    /// <summary>Files that it has open, sockets among them.</summary>
    public long? FilesOpen { get; init; }

    /// <summary>Bytes of the home's disk.</summary>
    public long? DiskSize { get; init; }

    /// <summary>Bytes of it that may still be written.</summary>
    public long? DiskFree { get; init; }

    /// <summary>Whether a way leads off this machine.</summary>
    public bool? HasNetwork { get; init; }
}
