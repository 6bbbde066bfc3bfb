namespace Trawl.Demo.Truth;

/// <summary>What a crawl of the whole shop must find: every record with every value.</summary>
public sealed record Expected
{
    /// <summary>Products that can be read and have a price, by SKU in order of number.</summary>
    public required IReadOnlyList<ExpectedProduct> Products { get; init; }

    /// <summary>Products whose price is no number; <see cref="ExpectedProduct.Price"/> is null.</summary>
    public required IReadOnlyList<ExpectedProduct> Quarantined { get; init; }

    /// <summary>Reviews on all product pages that can be read.</summary>
    public required IReadOnlyList<ExpectedReview> Reviews { get; init; }

    public required IReadOnlyList<ExpectedArticle> Articles { get; init; }

    public required IReadOnlyList<ExpectedStock> Stock { get; init; }

    /// <summary>Addresses that fail for good and are linked to, with their last status: 404, 410 or 500.</summary>
    public required IReadOnlyDictionary<string, int> Failing { get; init; }
}
