namespace Trawl.Api.Pipelines.Saved;

/// <summary>One version of a saved pipeline. Versions are never changed.</summary>
/// <param name="Version">Its number, from 1; a pipeline that is removed and saved again goes on counting.</param>
/// <param name="SavedAt">When it was saved.</param>
/// <param name="SavedBy">Who saved it; null for the person at the machine.</param>
/// <param name="Note">What its author said of it; null for nothing.</param>
/// <param name="Sha256">SHA-256 of its text in UTF-8, lower-case hex.</param>
/// <param name="PublicOnly">Whether its runs may reach public addresses alone, because its author may not reach others.</param>
public sealed record PipelineVersion(int Version, DateTimeOffset SavedAt, string? SavedBy, string? Note, string Sha256, bool PublicOnly);
