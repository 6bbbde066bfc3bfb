namespace Trawl.Demo.Truth;

/// <summary>An article record of <c>shop.yaml</c>; the body's paragraphs are joined by one blank.</summary>
public sealed record ExpectedArticle(
    string Url, string Title, string Author, DateOnly Date, IReadOnlyList<string> Tags, string Body);
