namespace Trawl.Ipc;

/// <summary>How a thread waits for the other process.</summary>
public enum IpcWaiting
{
    /// <summary>Spins for a short, adaptive time, then blocks. Costs nothing while idle. The default.</summary>
    Adaptive,

    /// <summary>Blocks at once: for machines with more work than processors.</summary>
    Block,

    /// <summary>Never blocks: burns a processor. For measuring only.</summary>
    Spin,
}
