using System.Diagnostics.Metrics;
using System.Globalization;

namespace Trawl.Server.Metrics;

/// <summary>The series of one instrument.</summary>
internal sealed class MetricFamily
{
    private readonly SortedDictionary<string, MetricSeries> _series = new(StringComparer.Ordinal);
    private readonly string _name;
    private readonly string _type;
    private readonly string _help;
    private readonly bool _adds;

    private MetricFamily(string name, string type, string help, bool adds) => (_name, _type, _help, _adds) = (name, type, help, adds);

    public static MetricFamily Of(Instrument instrument)
    {
        var kind = instrument.GetType().Name;
        var type = kind.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
            : kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter"
            : "gauge";
        var adds = kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("UpDownCounter", StringComparison.Ordinal);
        return new MetricFamily(instrument.Name, type, instrument.Description ?? "", adds);
    }

    public void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, int most)
    {
        var labels = new (string Name, string Value)[tags.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            labels[i] = (tags[i].Key, Convert.ToString(tags[i].Value, CultureInfo.InvariantCulture) ?? "");
        }

        var key = string.Join('\u0001', labels.Select(l => $"{l.Name}\u0002{l.Value}"));
        if (!_series.TryGetValue(key, out var series))
        {
            if (_series.Count >= most)
            {
                (key, labels) = ("other", [("series", "other")]);
            }

            if (!_series.TryGetValue(key, out series))
            {
                series = new MetricSeries(labels, _type == "histogram" ? new BucketCounts() : null);
                _series.Add(key, series);
            }
        }

        series.Take(value, _adds);
    }

    public void Write(Exposition text)
    {
        text.Family(_name, _type, _help);
        foreach (var series in _series.Values)
        {
            series.Write(text, _name);
        }
    }
}
