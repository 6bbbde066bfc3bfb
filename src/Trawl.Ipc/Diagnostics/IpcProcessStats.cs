namespace Trawl.Ipc.Diagnostics;

/// <summary>All connections of one process at one moment.</summary>
public sealed record IpcProcessStats
{
    /// <summary>Its id.</summary>
    public int Process { get; init; }

    /// <summary>What it is called: file name of the program.</summary>
    public string Program { get; init; } = "";

    /// <summary>What all its connections have done, closed ones included.</summary>
    public IpcTotals Totals { get; init; }

    /// <summary>Connections that replaced a broken one.</summary>
    public long Reconnects { get; init; }

    /// <summary>The connections that are open.</summary>
    public IReadOnlyList<IpcConnectionStats> Connections { get; init; } = [];

    /// <summary>Its pools.</summary>
    public IReadOnlyList<IpcPoolCounters> Pools { get; init; } = [];
}
