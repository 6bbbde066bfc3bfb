namespace Trawl.Api.Schedules;

/// <summary>Times that were due.</summary>
/// <param name="Firings">The times, the latest first.</param>
/// <param name="Next">The next page begins below this id; null on the last.</param>
public sealed record FiringPage(IReadOnlyList<FiringInfo> Firings, long? Next);
