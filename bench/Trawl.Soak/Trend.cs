namespace Trawl.Soak;

/// <summary>How a figure went: the median of the last third over that of the first.</summary>
internal sealed record Trend(string Name, double Before, double After, double Allowed)
{
    public bool Holds => After - Before <= Allowed;

    public static Trend Of(string name, IReadOnlyList<double> values, double allowed)
    {
        var third = Math.Max(1, values.Count / 3);
        return new(name, Median(values.Take(third)), Median(values.TakeLast(third)), allowed);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
