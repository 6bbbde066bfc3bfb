using Trawl.Drift.Profiles;
using Trawl.Model.Drift;
using Trawl.Model.Plans;

namespace Trawl.Drift.Judging;

/// <summary>Fields that have one value everywhere: "Access denied", "Loading…", 0.00.</summary>
internal sealed class SameCheck : IDriftCheck
{
    /// <summary>Half of the records more than before have it.</summary>
    private const double Times = 5;

    public IEnumerable<Finding> Find(RunProfile now, Baseline before, DriftPlan settings)
    {
        foreach (var field in FieldMeasure.Of(now, before, DriftKind.Same, sameReading: true))
        {
            var share = Of(field.Now);
            var earlier = field.Before.Select(Of).ToList();
            if (!ShareTest.IsLarger(share, earlier, Math.Min(0.9, Times * settings.Change / 100.0), settings.Least)) continue;
            var was = Pool.Of(earlier);
            yield return new Finding(
                DriftKind.Same, field.Subject, was, share.Value, share.Total,
                $"{field.Path} is \"{Words.Literal(field.Now.Common ?? "")}\" in {Words.Percent(share.Value)} of {field.Record} records{{0}}; "
                + $"the most frequent value had {Words.Percent(was)}.");
        }
    }

    private static Share Of(FieldProfile field) => new(field.CommonCount, field.Classes.Values.Sum(c => c.Count));
}
