using Trawl.Drift.Profiles;
using Trawl.Model.Drift;
using Trawl.Model.Plans;

namespace Trawl.Drift.Judging;

/// <summary>Record types of which more records break a rule.</summary>
internal sealed class InvalidCheck : IDriftCheck
{
    public IEnumerable<Finding> Find(RunProfile now, Baseline before, DriftPlan settings)
    {
        foreach (var (name, record) in now.Records)
        {
            var earlier = before.Of(DriftKind.Invalid, name)
                .Select(run => run.Records.GetValueOrDefault(name)).OfType<RecordProfile>().Select(Invalid).ToList();
            var share = Invalid(record);
            if (!ShareTest.IsLarger(share, earlier, settings.Change / 100.0, settings.Least)) continue;
            var was = Pool.Of(earlier);
            yield return new Finding(
                DriftKind.Invalid, name, was, share.Value, share.Total,
                $"{Words.Percent(share.Value)} of {name} records are invalid{{0}}; it was {Words.Percent(was)}.");
        }
    }

    private static Share Invalid(RecordProfile record) => new(record.Invalid, record.Kept + record.Invalid);
}
