using Trawl.Drift.Profiles;
using Trawl.Model.Drift;
using Trawl.Model.Plans;

namespace Trawl.Drift.Judging;

/// <summary>Fields that are empty more often.</summary>
internal sealed class EmptyCheck : IDriftCheck
{
    public IEnumerable<Finding> Find(RunProfile now, Baseline before, DriftPlan settings)
    {
        foreach (var field in FieldMeasure.Of(now, before, DriftKind.Empty, sameReading: false))
        {
            var empty = Empty(field.Now);
            var earlier = field.Before.Select(Empty).ToList();
            if (!ShareTest.IsLarger(empty, earlier, settings.Change / 100.0, settings.Least)) continue;
            var was = Pool.Of(earlier);
            yield return new Finding(
                DriftKind.Empty, field.Subject, was, empty.Value, empty.Total,
                $"{field.Path} is empty in {Words.Percent(empty.Value)} of {field.Record} records{{0}}; it was {Words.Percent(was)}.");
        }
    }

    private static Share Empty(FieldProfile field) => new(field.Total - field.Present, field.Total);
}
