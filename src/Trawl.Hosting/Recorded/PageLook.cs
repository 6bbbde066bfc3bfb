namespace Trawl.Hosting.Recorded;

/// <summary>What a selector found on one of many pages.</summary>
/// <param name="Url">The page.</param>
/// <param name="Count">How much.</param>
/// <param name="Text">The text of the first find.</param>
/// <param name="Problem">Why the page could not be looked at; null when it could.</param>
internal readonly record struct PageLook(string Url, int Count, string? Text, string? Problem);
