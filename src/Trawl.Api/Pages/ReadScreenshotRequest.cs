namespace Trawl.Api.Pages;

/// <summary>Asks for the picture that was taken of a page.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Url">The page, in any spelling.</param>
/// <param name="Attempt">Which attempt, from 1; null for the last that was recorded.</param>
public sealed record ReadScreenshotRequest(string RunId, string Url, int? Attempt = null);
