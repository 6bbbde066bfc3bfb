using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>models</c>, and the steps that ask one.</summary>
internal static class ModelBinder
{
    /// <summary>Null when the pipeline names none.</summary>
    public static IReadOnlyList<ModelPlan>? Models(MapNode? map, PlanPlaces places) =>
        map is null ? null : [.. map.Entries.Select(entry => places.Add(Model(entry.Name, entry.Value as MapNode), entry.Value))];

    public static ModelAskPlan? Ask(MapNode map)
    {
        if (map.Text("ask") is not { } model) return null;
        var usual = new ModelAskPlan { Model = model, Prompt = map.Text("prompt") ?? "" };
        return usual with
        {
            Give = map.Texts("give"),
            Tools = map.Texts("tools"),
            Turns = map.Count("turns") ?? usual.Turns,
            Timeout = map.Time("timeout") ?? usual.Timeout,
            Tokens = map.Number("tokens") ?? usual.Tokens,
        };
    }

    private static ModelPlan Model(string name, MapNode? map)
    {
        var usual = new ModelPlan { Name = name };
        if (map is null) return usual;
        return usual with
        {
            Url = map.Text("url"),
            Model = map.Text("model"),
            Key = map.Text("key"),
            Script = [.. map["script"].Items().Select(Reply)],
            Timeout = map.Time("timeout") ?? usual.Timeout,
            MaxAnswer = map.Size("maxAnswer") ?? usual.MaxAnswer,
            Budget = ToolBinder.Budget(map.Map("budget")),
        };
    }

    private static ScriptedReply Reply(Node node) => node is not MapNode map ? new ScriptedReply(node.AsText())
        : map.Text("call") is { } tool ? new ScriptedReply(null, tool, NodeJson.Object(map["arguments"]))
        : new ScriptedReply(NodeJson.Object(map["answer"]));
}
