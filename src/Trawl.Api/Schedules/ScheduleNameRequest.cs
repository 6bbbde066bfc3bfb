namespace Trawl.Api.Schedules;

/// <summary>Means one schedule.</summary>
/// <param name="Name">Its name.</param>
public sealed record ScheduleNameRequest(string Name);
