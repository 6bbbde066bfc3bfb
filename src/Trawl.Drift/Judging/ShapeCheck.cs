using Trawl.Drift.Profiles;
using Trawl.Model.Drift;
using Trawl.Model.Plans;

namespace Trawl.Drift.Judging;

/// <summary>Fields whose values look different.</summary>
internal sealed class ShapeCheck : IDriftCheck
{
    /// <summary>Classes are coarse, and a few values always change theirs: twice the change of other shares.</summary>
    private const double Times = 2;

    public IEnumerable<Finding> Find(RunProfile now, Baseline before, DriftPlan settings)
    {
        foreach (var field in FieldMeasure.Of(now, before, DriftKind.Shape, sameReading: true))
        {
            var grown = field.Now.Classes.OrderByDescending(c => c.Value.Count).ThenBy(c => c.Key).Select(c => c.Key)
                .Where(kind => HasGrown(field, kind, settings)).Take(1);
            foreach (var kind in grown) yield return Finding(field, kind);
        }
    }

    private static bool HasGrown(FieldMeasure field, ValueClass kind, DriftPlan settings) => ShareTest.IsLarger(
        Of(field.Now, kind),
        [.. field.Before.Select(b => Of(b, kind))],
        Math.Min(1, Times * settings.Change / 100.0),
        settings.Least);

    private static Finding Finding(FieldMeasure field, ValueClass kind)
    {
        var share = Of(field.Now, kind);
        var earlier = Enum.GetValues<ValueClass>().MaxBy(k => field.Before.Sum(b => Of(b, k).Hits));
        var was = Pool.Of([.. field.Before.Select(b => Of(b, earlier))]);
        var message = $"{field.Path} of {field.Record} records is {Words.Class(kind)} in {Words.Percent(share.Value)}, such as "
            + $"\"{Words.Literal(field.Now.Classes[kind].Example)}\"{{0}}; it was {Words.Class(earlier)} in {Words.Percent(was)}.";
        return new Finding(
            DriftKind.Shape, field.Subject, Pool.Of([.. field.Before.Select(b => Of(b, kind))]), share.Value, share.Total, message);
    }

    private static Share Of(FieldProfile field, ValueClass kind) =>
        new(field.Classes.GetValueOrDefault(kind)?.Count ?? 0, field.Classes.Values.Sum(c => c.Count));
}
