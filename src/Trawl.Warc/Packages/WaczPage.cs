namespace Trawl.Warc.Packages;

/// <summary>A page that a reader of the package may open (WACZ 1.1.1, <c>pages/pages.jsonl</c>).</summary>
/// <param name="Url">Its URL, as in the index.</param>
/// <param name="Date">When it was captured.</param>
/// <param name="Title">Its title, or null.</param>
public sealed record WaczPage(string Url, DateTimeOffset Date, string? Title = null);
