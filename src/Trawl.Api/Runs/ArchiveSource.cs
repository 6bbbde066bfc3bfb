namespace Trawl.Api.Runs;

/// <summary>Archives that a run reads instead of the network.</summary>
/// <param name="Paths">WARC files, WACZ packages, or folders of them; absolute.</param>
/// <param name="At">Of several captures of a URL the one nearest to this time answers; null: the latest.</param>
/// <param name="AllPages">Whether the run begins with every page of the archives in scope, instead of the pipeline's start.</param>
public sealed record ArchiveSource(IReadOnlyList<string> Paths, DateTimeOffset? At = null, bool AllPages = false);
