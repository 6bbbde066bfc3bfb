namespace Trawl.Demo.Data;

internal sealed record StockLevel(string Sku, int Available, string Warehouse, DateTimeOffset Updated);
