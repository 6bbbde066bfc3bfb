using Trawl.Scheduling.Schedules;

namespace Trawl.Scheduling.Store;

/// <summary>A schedule with what is kept beside it.</summary>
/// <param name="Id">Its number; a schedule made anew under an old name gets another.</param>
/// <param name="Schedule">The schedule.</param>
/// <param name="IsPaused">Whether nothing is due meanwhile.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Watermark">Every time up to here has its firing, or passed while it was paused.</param>
public sealed record ScheduleRow(long Id, Schedule Schedule, bool IsPaused, DateTimeOffset MadeAt, DateTimeOffset Watermark);
