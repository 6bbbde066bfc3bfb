namespace Trawl.Governor.Readings;

/// <summary>What machine and container have, and what of it is used. Null is what could not be read.</summary>
public sealed record ResourceReading
{
    /// <summary>Processors that may be used: those of the machine, or the container's share of them.</summary>
    public double Processors { get; init; } = 1;

    /// <summary>Part of the time, 0 to 1, in which something that could run had to wait for a processor.</summary>
    public double? CpuWaits { get; init; }

    /// <summary>Bytes of memory that may be used: the container's limit, or what the machine has.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Bytes of it that are used and cannot be taken back; all processes of the container, or of the machine, together.</summary>
    public long? MemoryUsed { get; init; }

    /// <summary>Whose limit it is: <c>container</c> or <c>machine</c>.</summary>
    public string MemoryOf { get; init; } = "machine";

    /// <summary>Files that this process may have open.</summary>
    public long? FilesLimit { get; init; }

    /// <summary>Files that it has open, sockets among them.</summary>
    public long? FilesOpen { get; init; }

    /// <summary>Bytes of the home's disk.</summary>
    public long? DiskSize { get; init; }

    /// <summary>Bytes of it that this user may still write.</summary>
    public long? DiskFree { get; init; }

    /// <summary>Whether a way leads off this machine.</summary>
    public bool? HasNetwork { get; init; }
}
