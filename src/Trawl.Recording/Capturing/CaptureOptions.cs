using Trawl.Model.Plans;
using Trawl.Recording.Redacting;

namespace Trawl.Recording.Capturing;

/// <summary>How a run's exchanges are recorded.</summary>
public sealed record CaptureOptions
{
    /// <summary>The folder of the capture's files; created when the first is.</summary>
    public required string Folder { get; init; }

    /// <summary>What the ids of records are made of: different for each run, the same in each resume of it.</summary>
    public required string Identity { get; init; }

    /// <summary>Which exchanges.</summary>
    public CaptureMode Mode { get; init; } = CaptureMode.Full;

    /// <summary>What is not written down.</summary>
    public Redaction Redaction { get; init; } = Redaction.Default;

    /// <summary>Who writes, for the first record of each file.</summary>
    public string Software { get; init; } = "Trawl";

    /// <summary>How hard records are compressed: 0 (not at all) to 9.</summary>
    public int Level { get; init; } = 1;

    /// <summary>A file this long is followed by another.</summary>
    public long MaxFileBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of bodies that wait to be written at most; beyond, fetching waits for the disk.</summary>
    public long MaxQueuedBytes { get; init; } = 32L << 20;

    /// <summary>Whether a commit waits until the bytes are on the disk; false loses them in a power cut.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Writes on the caller's thread, for the deterministic simulation.</summary>
    public bool Inline { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
