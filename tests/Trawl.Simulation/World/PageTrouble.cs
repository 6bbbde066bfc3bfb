namespace Trawl.Simulation.World;

internal enum PageTrouble
{
    None,

    /// <summary>500 once, then well.</summary>
    BrokenOnce,

    /// <summary>503 with Retry-After: 7, then well.</summary>
    Busy,

    /// <summary>The connection breaks once, then well.</summary>
    ResetOnce,

    /// <summary>404.</summary>
    Gone,

    /// <summary>301 to its first link.</summary>
    Redirect,

    /// <summary>500 for ever.</summary>
    AlwaysBroken,
}
