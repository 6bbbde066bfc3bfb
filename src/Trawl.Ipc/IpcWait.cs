namespace Trawl.Ipc;

/// <summary>How waiting ended.</summary>
public enum IpcWait
{
    /// <summary>What was waited for is there.</summary>
    Ready,

    /// <summary>The time was over first.</summary>
    TimedOut,

    /// <summary>The connection is closed; nothing more will come.</summary>
    Closed,
}
