namespace Trawl.Scheduling.Zones;

/// <summary>A moment at which the clocks of a zone are changed.</summary>
/// <param name="At">The first moment of the new time.</param>
/// <param name="Before">The offset until then.</param>
/// <param name="After">The offset from then on.</param>
internal readonly record struct ZoneChange(DateTimeOffset At, TimeSpan Before, TimeSpan After)
{
    /// <summary>How far clocks are put forward; negative when they are put back.</summary>
    public TimeSpan Shift => After - Before;
}
