namespace Shop;

public sealed record OrderLine(string Sku, int Quantity, double Price);
