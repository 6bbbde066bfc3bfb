namespace Trawl.Model.Plans;

/// <summary>A file, or one file a record type, written when the run ends.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Path">
/// Absolute path; <c>{record}</c> stands for the record type's name and <c>{run}</c> for the run's id. Null: the
/// run's own <c>datasets</c> folder.
/// </param>
/// <param name="Records">The record types written; empty for all.</param>
public sealed record OutputPlan(OutputFormat Format, string? Path, IReadOnlyList<string> Records);
