namespace Trawl.Api.Explaining;

/// <summary>Asks why a URL was fetched, skipped, called a duplicate, delayed or retried, or what would become of it.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Url">An absolute http or https URL, in any spelling.</param>
public sealed record ExplainRequest(string RunId, string Url);
