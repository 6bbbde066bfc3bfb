using Trawl.Model.Plans;
using Trawl.Pipelines.Language;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>tools</c>, and the steps that call one.</summary>
internal static class ToolBinder
{
    /// <summary>Null when the pipeline names none.</summary>
    public static IReadOnlyList<ToolServerPlan>? Servers(MapNode? map, PipelineSource source, PlanPlaces places) =>
        map is null ? null : [.. map.Entries.Select(entry => places.Add(Server(entry.Name, entry.Value as MapNode, source), entry.Value))];

    public static ToolCallPlan? Call(MapNode map)
    {
        if (map.Text("call") is not { } name) return null;
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? null : new ToolCallPlan(name[..slash], name[(slash + 1)..], NodeJson.Object(map["arguments"]));
    }

    public static IReadOnlyList<StepField> Fields(MapNode map, PlanPlaces places) =>
        [.. map.Entries("fields").Select(entry => places.Add(Field(entry.Name, entry.Value), entry.Value is MapNode ? entry.Value : entry.Key))];

    public static AnswerBudget Budget(MapNode? map)
    {
        var usual = new AnswerBudget();
        return map is null ? usual : new AnswerBudget
        {
            Calls = map.Count("calls") ?? usual.Calls,
            Time = map.Time("time") ?? usual.Time,
            Bytes = map.Size("bytes") ?? usual.Bytes,
            Tokens = map.Number("tokens") ?? usual.Tokens,
        };
    }

    private static ToolServerPlan Server(string name, MapNode? map, PipelineSource source)
    {
        var usual = new ToolServerPlan { Name = name, Allow = [] };
        if (map is null) return usual;
        return usual with
        {
            Command = map.Texts("command"),
            Folder = map["command"] is null ? null : source.BaseDirectory,
            Url = map.Text("url"),
            Headers = [.. map.Entries("headers").Select(h => new HeaderPlan(h.Name, h.Value.AsText() ?? ""))],
            Secrets = map.Texts("secrets"),
            Allow = map.Texts("allow"),
            Timeout = map.Time("timeout") ?? usual.Timeout,
            MaxAnswer = map.Size("maxAnswer") ?? usual.MaxAnswer,
            Budget = Budget(map.Map("budget")),
        };
    }

    private static StepField Field(string name, Node node) => node is MapNode map
        ? new StepField(name, Type(map.Text("type")), map.Flag("many"), map.Text("path"), map.Text("doc"))
        : new StepField(name, Type(node.AsText()));

    private static FieldType Type(string? name) => name is null ? FieldType.Text : FieldLanguage.Types.GetValueOrDefault(name);
}
