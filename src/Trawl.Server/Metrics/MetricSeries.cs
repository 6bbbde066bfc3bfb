namespace Trawl.Server.Metrics;

/// <summary>One set of labels and what was measured under it.</summary>
internal sealed class MetricSeries((string Name, string Value)[] labels, BucketCounts? buckets)
{
    private double _value;

    public void Take(double value, bool adds)
    {
        if (buckets is not null)
        {
            buckets.Add(value);
        }
        else
        {
            _value = adds ? _value + value : value;
        }
    }

    public void Write(Exposition text, string name)
    {
        if (buckets is null)
        {
            text.Sample(name, labels, _value);
            return;
        }

        var cumulative = buckets.Cumulative();
        for (var i = 0; i < cumulative.Length; i++)
        {
            var bound = i < BucketCounts.Bounds.Length ? BucketCounts.Bounds[i] : double.PositiveInfinity;
            text.Sample($"{name}_bucket", [.. labels, ("le", Exposition.Number(bound))], cumulative[i]);
        }

        text.Sample($"{name}_sum", labels, buckets.Sum);
        text.Sample($"{name}_count", labels, cumulative[^1]);
    }
}
