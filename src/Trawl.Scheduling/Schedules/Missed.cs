namespace Trawl.Scheduling.Schedules;

/// <summary>What becomes of firings that were due while no scheduler was there.</summary>
public enum Missed
{
    /// <summary>The latest of them fires, late.</summary>
    Once,

    /// <summary>None of them fires.</summary>
    Skip,

    /// <summary>Each of them fires, up to a thousand.</summary>
    All,
}
