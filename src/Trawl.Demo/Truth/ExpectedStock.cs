namespace Trawl.Demo.Truth;

/// <summary>A stock record of <c>shop.yaml</c>, from the JSON API.</summary>
public sealed record ExpectedStock(string Sku, int Available, string Warehouse, DateTimeOffset Updated);
