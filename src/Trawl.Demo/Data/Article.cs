namespace Trawl.Demo.Data;

internal sealed record Article
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Author { get; init; }

    public required DateOnly Date { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>Paths the article links to: products, old addresses, and addresses that are gone.</summary>
    public required IReadOnlyList<string> Mentions { get; init; }

    public Trouble Trouble { get; init; }

    public string Path => $"/blog/{Slug}";
}
