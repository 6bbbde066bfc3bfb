namespace Trawl.Demo.Truth;

/// <summary>A review record of <c>shop.yaml</c>.</summary>
public sealed record ExpectedReview(string Id, string Sku, string Author, DateOnly Date, int Stars, string Text);
