using System.Diagnostics.Metrics;

namespace Trawl.Server.Metrics;

/// <summary>
/// Listens to Trawl's meters and keeps what they measured, for whoever scrapes. A label set beyond the most of a family
/// is counted in one called <c>other</c>: a caller cannot fill the memory with names.
/// </summary>
internal sealed class MetricStore : IDisposable
{
    private const int MostSeries = 1_000;

    private readonly Lock _turn = new();
    private readonly MeterListener _listener = new();
    private readonly SortedDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);

    public MetricStore()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name.StartsWith("Trawl.", StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Everything, in Prometheus' text format.</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new Exposition();
        lock (_turn)
        {
            foreach (var family in _families.Values)
            {
                family.Write(text);
            }
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_turn)
        {
            if (!_families.TryGetValue(instrument.Name, out var family))
            {
                family = MetricFamily.Of(instrument);
                _families.Add(instrument.Name, family);
            }

            family.Take(value, tags, MostSeries);
        }
    }
}
