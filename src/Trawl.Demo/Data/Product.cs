namespace Trawl.Demo.Data;

internal sealed record Product
{
    public required int Id { get; init; }

    public required string Sku { get; init; }

    public required string Name { get; init; }

    public required string Slug { get; init; }

    public required Category Category { get; init; }

    public required Subcategory Subcategory { get; init; }

    public required Party Brand { get; init; }

    public required Party Seller { get; init; }

    public required decimal Price { get; init; }

    public required decimal? WasPrice { get; init; }

    public required int Stock { get; init; }

    public required string Gtin { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Specs { get; init; }

    public required int Pictures { get; init; }

    public required IReadOnlyList<Review> Reviews { get; init; }

    public Trouble Trouble { get; init; }

    public string Path => $"/p/{Id}-{Slug}";

    /// <summary>With one decimal place, also where it is a zero: as the page shows it.</summary>
    public decimal? Rating => Reviews.Count == 0
        ? null
        : 0.0m + Math.Round((decimal)Reviews.Sum(r => r.Stars) / Reviews.Count, 1, MidpointRounding.AwayFromZero);
}
