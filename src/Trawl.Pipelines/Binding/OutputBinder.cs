using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>outputs</c>.</summary>
internal static class OutputBinder
{
    private static readonly Dictionary<string, OutputFormat> _formats = new(StringComparer.Ordinal)
    {
        ["jsonl"] = OutputFormat.Jsonl,
        ["json"] = OutputFormat.Json,
        ["csv"] = OutputFormat.Csv,
        ["sqlite"] = OutputFormat.Sqlite,
    };

    public static IReadOnlyList<OutputPlan> Bind(Node? node, PipelineSource source, PlanPlaces places)
    {
        if (node is null) return [new OutputPlan(OutputFormat.Jsonl, null, [])];
        return [.. node.Items().Select(n => One(n, source, places)).OfType<OutputPlan>()];
    }

    private static OutputPlan? One(Node node, PipelineSource source, PlanPlaces places)
    {
        if (node.AsText() is { } name && _formats.TryGetValue(name, out var alone))
            return places.Add(new OutputPlan(alone, null, []), node);
        if (node is not MapNode { Entries: [var entry, ..] } map || map["plugin"] is not null
            || !_formats.TryGetValue(entry.Name, out var format)) return null;
        var file = entry.Value as MapNode;
        string? path = file is null ? entry.Value.AsText() : file.Text("path");
        string? full = path is null ? null : Path.GetFullPath(path, source.BaseDirectory);
        return places.Add(new OutputPlan(format, full, file?.Texts("records") ?? []), entry.Value);
    }
}
