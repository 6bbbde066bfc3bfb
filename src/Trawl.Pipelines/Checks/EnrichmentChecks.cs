using System.Text.Json;
using Trawl.Model.Plans;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Checks;

/// <summary>Whether the tools and models that steps name are declared and allowed, and their fields are those of the record.</summary>
internal sealed class EnrichmentChecks(BoundPlan bound, DiagnosticSink sink)
{
    private readonly PlanPlaces _places = bound.Places;
    private readonly IReadOnlyList<ToolServerPlan> _servers = bound.Plan.Tools ?? [];
    private readonly IReadOnlyList<ModelPlan> _models = bound.Plan.Models ?? [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public void Run()
    {
        foreach (var type in bound.Plan.Records)
        {
            foreach (var step in type.Steps.Where(step => step.Fields is not null)) Check(type, step);
        }

        foreach (var server in _servers) CheckServer(server);
        foreach (var model in _models) CheckModel(model);
    }

    private void Check(RecordType type, RecordStep step)
    {
        if (step.Fields!.Count == 0 && _places.Of(step) is MapNode { IsFaulty: false } map && map["fields"] is null)
            sink.Add(Rules.MissingKey, map, "The step has no fields to fill in.", "Add \"fields:\" with the fields that the answer gives.");
        foreach (var field in step.Fields) CheckField(type, field, isAsked: step.Ask is not null);
        if (step.Call is { } call) CheckCall(type, step, call);
        if (step.Ask is { } ask) CheckAsk(type, step, ask);
    }

    private void CheckField(RecordType type, StepField field, bool isAsked)
    {
        if (type.Fields.FirstOrDefault(f => f.Name == field.Name) is { } other && (other.Type, other.Many) != (field.Type, field.Many))
            sink.Add(Rules.TypeConflict, _places.Of(field), $"The field \"{field.Name}\" of \"{type.Name}\" is {TypeNames.Of(other.Type)}"
                + $"{(other.Many ? " (a list)" : "")} elsewhere, and {TypeNames.Of(field.Type)}{(field.Many ? " (a list)" : "")} here.");
        if (field.Path is not null && isAsked)
            sink.Add(Rules.OnlyWith, _places.KeyOf(field, "path"), "\"path\" only goes with \"call\".", "Remove it: a model is asked for the fields by name.");
    }

    private void CheckCall(RecordType type, RecordStep step, ToolCallPlan call)
    {
        CheckTool(call.Server, call.Tool, _places.Of(step, "call"));
        using var arguments = JsonDocument.Parse(call.Arguments);
        foreach (string name in Names(arguments.RootElement)) CheckName(type, name, _places.Of(step, "arguments"));
    }

    private void CheckAsk(RecordType type, RecordStep step, ModelAskPlan ask)
    {
        var place = _places.Of(step, "ask");
        _used.Add("model " + ask.Model);
        if (_models.All(m => m.Name != ask.Model))
            sink.Add(Rules.UndeclaredModel, place, $"The model \"{ask.Model}\" is not declared under \"models\".",
                Near(ask.Model, _models.Select(m => m.Name)));
        if (ask.Prompt.Length == 0 && _places.Of(step) is MapNode map && map["prompt"] is null)
            sink.Add(Rules.MissingKey, map, "The model is asked nothing: \"prompt\" is missing.", "Add \"prompt:\" with what it is to do.");
        foreach (string name in ask.Give) CheckName(type, name, _places.Of(step, "give"));
        foreach (string offer in ask.Tools)
        {
            int slash = offer.IndexOf('/', StringComparison.Ordinal);
            CheckTool(slash < 0 ? offer : offer[..slash], slash < 0 ? null : offer[(slash + 1)..], _places.Of(step, "tools"));
        }
    }

    private void CheckTool(string server, string? tool, Node place)
    {
        if (place.HasFault) return;
        _used.Add(server);
        if (_servers.FirstOrDefault(s => s.Name == server) is not { } plan)
            sink.Add(Rules.UndeclaredTool, place, $"The tool server \"{server}\" is not declared under \"tools\".", Near(server, _servers.Select(s => s.Name)));
        else if (tool is not null && plan.Allow.Count > 0 && !plan.Allow.Contains(tool))
            sink.Add(Rules.ToolNotAllowed, place, $"The tool \"{tool}\" of \"{server}\" is not allowed.",
                Spelling.Nearest(tool, plan.Allow) is { } near ? $"Did you mean \"{server}/{near}\"?"
                    : $"Add it: tools: {{ {server}: {{ allow: [{tool}] }} }}.");
    }

    private void CheckName(RecordType type, string name, Node place)
    {
        if (!place.HasFault && type.Fields.All(f => f.Name != name))
            sink.Add(Rules.NotAField, place, $"\"{name}\" is not a field of \"{type.Name}\".", Spelling.Suggest(name, type.Fields.Select(f => f.Name)));
    }

    private void CheckServer(ToolServerPlan server)
    {
        if (!_used.Contains(server.Name) && !_places.Of(server).HasFault)
            sink.Add(Rules.UnusedTool, _places.Of(server), $"No step calls a tool of \"{server.Name}\".");
    }

    private void CheckModel(ModelPlan model)
    {
        if (_places.Of(model).HasFault) return;
        if (!_used.Contains("model " + model.Name))
            sink.Add(Rules.UnusedTool, _places.Of(model), $"No step asks the model \"{model.Name}\".");
        if (model.Url is not null && model.Model is null)
            sink.Add(Rules.MissingKey, _places.Of(model), "The key \"model\" is missing: the model's name at the endpoint.", "Add \"model:\".");
    }

    private static string? Near(string name, IEnumerable<string> names) => Spelling.Nearest(name, names) is { } near ? $"Did you mean \"{near}\"?" : null;

    private static IEnumerable<string> Names(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => FieldTemplate.Pieces(value.GetString()!).Where(piece => piece.IsField).Select(piece => piece.Text),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Names(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
