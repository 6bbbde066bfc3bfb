namespace Trawl.Engine.Seams.Fetching;

/// <summary>What tells one version of a page from another (RFC 9110 §8.8), as an earlier answer gave it; at least one.</summary>
/// <param name="ETag">Its <c>ETag</c>, quotation marks and <c>W/</c> included.</param>
/// <param name="LastModified">Its <c>Last-Modified</c>, as it was received.</param>
public sealed record Validators(string? ETag, string? LastModified);
