namespace Shop;

/// <summary>What is ordered.</summary>
public sealed record Order(long Number, string Customer, IReadOnlyList<OrderLine> Lines)
{
    public double Total => Lines.Sum(line => line.Quantity * line.Price);
}
