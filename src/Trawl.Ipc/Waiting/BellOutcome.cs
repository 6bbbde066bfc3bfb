namespace Trawl.Ipc.Waiting;

/// <summary>How waiting for the bell ended.</summary>
internal enum BellOutcome
{
    /// <summary>It rang, or may have: look again.</summary>
    Rang,

    /// <summary>The time was over first.</summary>
    TimedOut,

    /// <summary>The peer is gone.</summary>
    Gone,
}
