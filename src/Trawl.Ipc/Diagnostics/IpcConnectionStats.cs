namespace Trawl.Ipc.Diagnostics;

/// <summary>One connection at one moment, as its process sees it.</summary>
public sealed record IpcConnectionStats
{
    /// <summary>The connection's id; both ends know it.</summary>
    public Guid Session { get; init; }

    /// <summary>What its owner calls it (<see cref="IpcOptions.Label"/>).</summary>
    public string Label { get; init; } = "";

    /// <summary>True at the end that listened.</summary>
    public bool IsServer { get; init; }

    /// <summary>How bytes travel.</summary>
    public IpcTransport Transport { get; init; }

    /// <summary>The peer's process id.</summary>
    public int PeerProcess { get; init; }

    /// <summary>Seconds since it was made.</summary>
    public double Seconds { get; init; }

    /// <summary>What it has done.</summary>
    public IpcTotals Totals { get; init; }

    /// <summary>Calls of this end that wait for a reply.</summary>
    public int OpenCalls { get; init; }

    /// <summary>Calls of the peer that are being served.</summary>
    public int Serving { get; init; }

    /// <summary>Bytes that wait for room in the ring.</summary>
    public long QueuedBytes { get; init; }

    /// <summary>Bytes of memory shared with the peer; used only where they were written.</summary>
    public long SharedBytes { get; init; }

    /// <summary>How long this end's calls took.</summary>
    public IpcLatency CallTime { get; init; }

    /// <summary>How long serving the peer's calls took.</summary>
    public IpcLatency ServiceTime { get; init; }
}
