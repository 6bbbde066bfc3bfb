namespace Trawl.Ipc.Dispatching;

/// <summary>How a turn of a dispatched thing ended.</summary>
internal enum Turn
{
    /// <summary>It did something; there may be more.</summary>
    Busy,

    /// <summary>There was nothing to do.</summary>
    Quiet,

    /// <summary>It is finished, or somebody else looks after it now.</summary>
    Over,
}
