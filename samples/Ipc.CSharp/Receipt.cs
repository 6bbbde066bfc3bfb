namespace Shop;

public sealed record Receipt(long Order, double Total);
