namespace Trawl.Governor.Rules;

/// <summary>What is done when something is short, in this order; each step includes those before it.</summary>
public enum PressureStep
{
    /// <summary>Everything the plans say.</summary>
    None,

    /// <summary>Fewer requests in flight.</summary>
    Slow,

    /// <summary>No further start points and sitemaps.</summary>
    NoAdmission,

    /// <summary>Caches are given up, the heap is compacted.</summary>
    Shed,

    /// <summary>Browsers that nobody uses are closed.</summary>
    IdleBrowsers,

    /// <summary>Nothing new begins; what is under way is finished.</summary>
    Paused,
}
