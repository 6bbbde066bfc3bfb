namespace Trawl.Demo.Data;

/// <summary>Everything the shop has, made once from the seed.</summary>
internal sealed record Catalog
{
    public required IReadOnlyList<Category> Categories { get; init; }

    public required IReadOnlyList<Party> Brands { get; init; }

    public required IReadOnlyList<Party> Sellers { get; init; }

    public required IReadOnlyList<Product> Products { get; init; }

    public required IReadOnlyList<Article> Articles { get; init; }

    public required IReadOnlyList<StockLevel> Stock { get; init; }
}
