using Trawl.Drift.Profiles;
using Trawl.Model.Drift;
using Trawl.Model.Plans;

namespace Trawl.Drift.Judging;

/// <summary>Fields whose texts, lists or numbers became much larger or smaller: four times the earlier middle, or a quarter.</summary>
/// <param name="kind">Length or size.</param>
internal sealed class MagnitudeCheck(DriftKind kind) : IDriftCheck
{
    private const int Factor = 4;

    /// <summary>How many more values must lie out there, in changes of other shares: it is half of them that moved.</summary>
    private const double Times = 5;

    public IEnumerable<Finding> Find(RunProfile now, Baseline before, DriftPlan settings)
    {
        foreach (var field in FieldMeasure.Of(now, before, kind, sameReading: true))
        {
            var earlier = field.Before.Select(Of).Where(h => h.Count > 0).ToList();
            if (earlier.Count == 0 || Merge(earlier).Middle() is not { } middle) continue;
            var change = Math.Min(0.9, Times * settings.Change / 100.0);
            var larger = ShareTest.IsLarger(Above(Of(field.Now), middle), [.. earlier.Select(e => Above(e, middle))], change, settings.Least);
            var smaller = ShareTest.IsLarger(Below(Of(field.Now), middle), [.. earlier.Select(e => Below(e, middle))], change, settings.Least);
            if (larger || smaller) yield return Finding(field, middle, larger);
        }
    }

    private Finding Finding(FieldMeasure field, int middle, bool larger)
    {
        var (was, now) = (Histogram.ValueOf(middle), Histogram.ValueOf(Of(field.Now).Middle() ?? middle));
        var message = kind == DriftKind.Length
            ? $"{field.Path} of {field.Record} records is {(larger ? "longer" : "shorter")}{{0}}: about {Words.Rough(Math.Round(now))}; "
                + $"it was about {Words.Rough(Math.Round(was))}."
            : $"{field.Path} of {field.Record} records is {(larger ? "larger" : "smaller")}{{0}}: about {Words.Rough(now)} in the "
                + $"middle; it was about {Words.Rough(was)}.";
        return new Finding(kind, field.Subject, was, now, Of(field.Now).Count, message);
    }

    private Histogram Of(FieldProfile field) => kind == DriftKind.Length ? field.Lengths : field.Sizes;

    private static Share Above(Histogram histogram, int middle) => new(histogram.AtLeast(middle, Factor), histogram.Count);

    private static Share Below(Histogram histogram, int middle) =>
        new(middle == Histogram.ZeroBucket ? 0 : histogram.AtMost(middle, Factor), histogram.Count);

    private static Histogram Merge(List<Histogram> histograms) => new(histograms.SelectMany(h => h.Buckets)
        .GroupBy(b => b.Key).ToDictionary(g => g.Key, g => g.Sum(b => b.Value)));
}
