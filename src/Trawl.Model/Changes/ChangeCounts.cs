namespace Trawl.Model.Changes;

/// <summary>Things of a run held against those of an earlier one, in numbers.</summary>
/// <param name="New">In this run alone.</param>
/// <param name="Changed">In both, and not the same.</param>
/// <param name="Unchanged">In both, and the same.</param>
/// <param name="Gone">In the earlier run alone.</param>
public sealed record ChangeCounts(long New, long Changed, long Unchanged, long Gone);
