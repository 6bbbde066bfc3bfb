namespace Trawl.Engine.Hosts;

internal enum RobotsState
{
    /// <summary>Nobody looked yet, or the rules are older than a day.</summary>
    Unknown,

    /// <summary>Somebody is looking.</summary>
    Asked,

    /// <summary><see cref="HostQueue.Rules"/> are in force.</summary>
    Known,

    /// <summary>Given up: everything is disallowed.</summary>
    Unreachable,
}
