namespace Trawl.Demo.Truth;

/// <summary>A product record of <c>shop.yaml</c>, fields in its order.</summary>
public sealed record ExpectedProduct
{
    public required string Url { get; init; }

    public required string Sku { get; init; }

    /// <summary>Null where the page has no heading.</summary>
    public required string? Title { get; init; }

    public required decimal? Price { get; init; }

    public required decimal? WasPrice { get; init; }

    public required string Currency { get; init; }

    public required bool InStock { get; init; }

    /// <summary>Null when out of stock.</summary>
    public required int? Stock { get; init; }

    /// <summary>Null without reviews.</summary>
    public required decimal? Rating { get; init; }

    public required int ReviewCount { get; init; }

    public required string Brand { get; init; }

    public required string Seller { get; init; }

    public required IReadOnlyList<string> Breadcrumb { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Images { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Specs { get; init; }

    public required string Gtin { get; init; }
}
