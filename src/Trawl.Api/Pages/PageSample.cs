namespace Trawl.Api.Pages;

/// <summary>What a selector finds on one of many pages.</summary>
/// <param name="Url">The page.</param>
/// <param name="Count">How much.</param>
/// <param name="Text">The text of the first find, cut at 200 characters; null when it has none.</param>
public sealed record PageSample(string Url, int Count, string? Text);
