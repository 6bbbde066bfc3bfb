using Trawl.Drift.Profiles;
using Trawl.Model.Drift;

namespace Trawl.Drift.Judging;

/// <summary>A field of this run and the same field of the earlier runs a check may compare with.</summary>
internal sealed record FieldMeasure(string Record, string Path, FieldProfile Now, IReadOnlyList<FieldProfile> Before)
{
    public string Subject => $"{Record}.{Path}";

    /// <summary>The fields of a run that earlier runs have too.</summary>
    /// <param name="now">The run.</param>
    /// <param name="before">The earlier ones.</param>
    /// <param name="kind">What is looked for.</param>
    /// <param name="sameReading">Whether fields that were read differently, by a changed pipeline, are left out.</param>
    public static IEnumerable<FieldMeasure> Of(RunProfile now, Baseline before, DriftKind kind, bool sameReading) =>
        from record in now.Records
        from field in record.Value.Fields
        let earlier = before.Of(kind, $"{record.Key}.{field.Key}")
            .Select(run => run.Records.GetValueOrDefault(record.Key)?.Fields.GetValueOrDefault(field.Key))
            .OfType<FieldProfile>()
            .Where(f => !sameReading || f.Reading == field.Value.Reading)
            .ToList()
        where earlier.Count > 0
        select new FieldMeasure(record.Key, field.Key, field.Value, earlier);
}
