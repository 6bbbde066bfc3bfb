using System.Text.Json;
using Trawl.Engine.Seams.Plugins;
using Trawl.Enrich.Records;
using Trawl.Model.Plans;
using Trawl.Model.Records;

namespace Trawl.Enrich.Tools;

/// <summary>Calls a tool for each record.</summary>
internal sealed class ToolStep(RecordStep step, ToolBox tools) : IStepWork
{
    private readonly ToolCallPlan _call = step.Call!;
    private readonly AnsweredFields _fields = new(step.Fields!);

    public async Task<(PluginItem Item, PluginFault? Fault)> RunAsync(JsonElement record, PluginPage page, CancellationToken cancellationToken)
    {
        var arguments = RecordTemplate.Fill(_call.Arguments, record);
        var answer = await tools.CallAsync(_call.Server, _call.Tool, arguments, page.Url, cancellationToken);
        if (answer.Fault is { } fault) return (new PluginItem(), fault);
        var (content, error) = ToolAnswer.Read(answer.Text!);
        return (error is null ? new PluginItem { Payload = _fields.Take(content) }
            : new PluginItem { Problems = [new RecordProblem("", $"tool:{_call.Name}", error)] }, null);
    }
}
