using Trawl.Model.Plans;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Checks;

/// <summary>Whether the rules agree on their record types, and <c>records</c> speaks of what there is.</summary>
internal sealed class RecordChecks(BoundPlan bound, DiagnosticSink sink)
{
    private readonly PipelinePlan _plan = bound.Plan;
    private readonly PlanPlaces _places = bound.Places;

    public void Run()
    {
        var steps = _plan.Pages.SelectMany(p => p.Extract).ToList();
        foreach (var group in steps.GroupBy(s => s.Record, StringComparer.Ordinal)) CheckTypes(
            group.Key, group.SelectMany(s => s.Fields));
        NameChecks.Run("record types", steps, s => s.Record, _places, sink);
        foreach (var entry in _places.Root.Entries("records"))
        {
            if (entry.Value is MapNode map) Check(entry, map, _plan.Records.FirstOrDefault(r => r.Name == entry.Name));
        }
    }

    private void CheckTypes(string record, IEnumerable<FieldPlan> fields)
    {
        var first = new Dictionary<string, FieldPlan>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (first.TryAdd(field.Name, field) || Describe(first[field.Name]) == Describe(field)) continue;
            sink.Add(Rules.TypeConflict, _places.Of(field, "type"),
                $"The field \"{field.Name}\" of \"{record}\" is {Describe(field)} here and {Describe(first[field.Name])} in another rule.");
        }
    }

    /// <summary>The type in words, deep enough that two equal ones make equal columns.</summary>
    private static string Describe(FieldPlan field)
    {
        string name = TypeNames.Of(field.Type);
        if (field.Fields.Count > 0)
            name += " { "
                + string.Join(", ", field.Fields.Select(f => $"{f.Name}: {Describe(f)}").Order(StringComparer.Ordinal))
                + " }";
        return field.Many ? "list of " + name : name;
    }

    private void Check(MapEntry entry, MapNode map, RecordType? record)
    {
        if (record is null)
        {
            if (_places.Root["pages"] is not { HasFault: true })
                sink.Add(Rules.UnusedRecord, entry.Key, $"No rule extracts \"{entry.Name}\".",
                    Spelling.Suggest(entry.Name, _plan.Records.Select(r => r.Name)));
            return;
        }

        foreach (string list in new[] { "key", "columns" })
            foreach (var item in map[list].Items())
                CheckField(record, list, item);
    }

    private void CheckField(RecordType record, string list, Node item)
    {
        if (item.AsText() is not { } name) return;
        var field = record.Fields.FirstOrDefault(f => f.Name == name);
        if (field is null)
            sink.Add(Rules.NotAField, item, $"\"{name}\" is not a field of \"{record.Name}\".",
                Spelling.Suggest(name, record.Fields.Select(f => f.Name)));
        else if (list == "key" && (field.Many || field.Type is FieldType.Object or FieldType.Json))
            sink.Add(Rules.DoesNotFit, item, $"\"{name}\" is {Describe(field)} and cannot identify a record.",
                "Choose a field with a single value.");
    }
}
