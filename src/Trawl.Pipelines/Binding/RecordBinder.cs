using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Makes the record types of what the rules extract and what <c>records</c> says of them.</summary>
internal static class RecordBinder
{
    public static IReadOnlyList<RecordType> Bind(MapNode? records, IReadOnlyList<PageRule> pages, PlanPlaces places)
    {
        var names = pages.SelectMany(p => p.Extract).Select(e => e.Record).Distinct(StringComparer.Ordinal);
        return [.. names.Select(name => Record(name, records?[name] as MapNode, pages, places))];
    }

    private static RecordType Record(string name, MapNode? map, IReadOnlyList<PageRule> pages, PlanPlaces places)
    {
        var type = new RecordType
        {
            Name = name,
            Key = map?.Texts("key") ?? [],
            OnInvalid = map?.Text("onInvalid") switch
            {
                "drop" => InvalidPolicy.Drop,
                "fail" => InvalidPolicy.Fail,
                _ => InvalidPolicy.Quarantine,
            },
            Fields = Ordered(FieldsOf(name, pages), map?.Texts("columns") ?? []),
        };
        return map is null ? type : places.Add(type, map);
    }

    private static IEnumerable<FieldPlan> FieldsOf(string record, IReadOnlyList<PageRule> pages) =>
        pages.SelectMany(p => p.Extract).Where(e => e.Record == record).SelectMany(e => e.Fields)
            .DistinctBy(f => f.Name, StringComparer.Ordinal);

    private static IReadOnlyList<FieldPlan> Ordered(IEnumerable<FieldPlan> fields, IReadOnlyList<string> columns)
    {
        var places = columns.Distinct(StringComparer.Ordinal).Select((name, at) => (name, at))
            .ToDictionary(c => c.name, c => c.at, StringComparer.Ordinal);
        // OrderBy is stable: fields that are no columns keep their order behind those that are.
        return [.. fields.OrderBy(f => places.GetValueOrDefault(f.Name, int.MaxValue))];
    }
}
