using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Makes the record types of what the rules extract and what <c>records</c> says of them.</summary>
internal sealed class RecordBinder(BoundPlugins plugins, PlanPlaces places)
{
    public IReadOnlyList<RecordType> Bind(MapNode? records, IReadOnlyList<PageRule> pages)
    {
        var names = pages.SelectMany(p => p.Extract).Select(e => e.Record).Distinct(StringComparer.Ordinal);
        return [.. names.Select(name => Record(name, records?[name] as MapNode, pages))];
    }

    private RecordType Record(string name, MapNode? map, IReadOnlyList<PageRule> pages)
    {
        var steps = PluginUseBinder.Steps(map?["steps"], plugins, places);
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
            Steps = steps,
            Fields = Ordered(FieldsOf(name, pages, steps), map?.Texts("columns") ?? []),
        };
        return map is null ? type : places.Add(type, map);
    }

    private IEnumerable<FieldPlan> FieldsOf(string record, IReadOnlyList<PageRule> pages, IReadOnlyList<RecordStep> steps) =>
        pages.SelectMany(p => p.Extract).Where(e => e.Record == record).SelectMany(e => e.Fields)
            .Concat(steps.SelectMany(ColumnsOf))
            .DistinctBy(f => f.Name, StringComparer.Ordinal);

    private IEnumerable<FieldPlan> ColumnsOf(RecordStep step) =>
        step.Fields?.Select(field => field.AsColumn()) ?? PluginUseBinder.Fields(plugins.Find(step.Plugin)?.Manifest, step.Kind);

    private static IReadOnlyList<FieldPlan> Ordered(IEnumerable<FieldPlan> fields, IReadOnlyList<string> columns)
    {
        var places = columns.Distinct(StringComparer.Ordinal).Select((name, at) => (name, at))
            .ToDictionary(c => c.name, c => c.at, StringComparer.Ordinal);
        // OrderBy is stable: fields that are no columns keep their order behind those that are.
        return [.. fields.OrderBy(f => places.GetValueOrDefault(f.Name, int.MaxValue))];
    }
}
