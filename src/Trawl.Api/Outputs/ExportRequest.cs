using Trawl.Model.Plans;

namespace Trawl.Api.Outputs;

/// <summary>Writes the records of a run, finished or not, to a file.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Path">Absolute path; <c>{record}</c> stands for the record type.</param>
/// <param name="Format">The format; null: the one of the path's extension.</param>
/// <param name="Records">The record types; empty for all.</param>
/// <param name="Changes">
/// Only what is not as it was in the run that this one goes on from, each record with <c>_change</c> (new, changed, gone) and
/// <c>_before</c>.
/// </param>
public sealed record ExportRequest(
    string RunId, string Path, OutputFormat? Format, IReadOnlyList<string> Records, bool Changes = false);
