namespace Trawl.Scheduling.Firings;

/// <summary>What becomes of a firing whose time has come.</summary>
internal enum TurnVerdict
{
    Start,
    Wait,
    Skip,
}
