using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Trawl.Engine.Seams.Plugins;
using Trawl.Enrich.Records;
using Trawl.Enrich.Tools;
using Trawl.Model.Plans;
using Trawl.Model.Records;

namespace Trawl.Enrich.Models;

/// <summary>
/// Asks a model for each record, and calls the tools that it wishes, until it gives the fields. Whatever it is told and says is an
/// answer in the record, and so are the ends of time and money: a replay takes the same turns.
/// </summary>
internal sealed class ModelStep(RecordStep step, ToolBox tools, ModelShelf models, EnrichmentOptions options) : IStepWork
{
    private readonly ModelAskPlan _ask = step.Ask!;
    private readonly AnswerForm _form = new(step.Fields!);
    private readonly AnsweredFields _fields = new(step.Fields!);
    private readonly ModelTools _tools = new(step.Ask!.Tools, tools);

    public async Task<(PluginItem Item, PluginFault? Fault)> RunAsync(JsonElement record, PluginPage page, CancellationToken cancellationToken)
    {
        var (offers, fault) = await _tools.OffersAsync(cancellationToken);
        if (fault is not null) return (new PluginItem(), fault);
        var chat = new ChatOptions { ResponseFormat = _form.Format, Tools = [.. offers] };
        var rules = $"{_ask.Prompt}\n\n{_form.InWords}\n\n{UntrustedText.Rule}";
        var messages = new List<ChatMessage> { new(ChatRole.System, rules), new(ChatRole.User, Given(record, page)) };
        using var deadline = new CancellationTokenSource(_ask.Timeout, options.Clock);
        var tokens = 0L;
        for (var turn = 0; turn < _ask.Turns; turn++)
        {
            var answer = await models.AskAsync(_ask.Model, messages, chat, $"{page.Url}#{turn}", deadline.Token, cancellationToken);
            if (answer.Fault is not null) return (new PluginItem(), answer.Fault);
            tokens += answer.Tokens;
            var said = ModelShelf.Read(answer.Text!);
            messages.Add(said);
            var calls = said.Contents.OfType<FunctionCallContent>().ToList();
            if (calls.Count == 0 && AnswerForm.Read(said.Text) is { } fields) return (new PluginItem { Payload = _fields.Take(fields) }, null);
            if (tokens >= _ask.Tokens) return (Problem($"It used {tokens} tokens without an answer; {_ask.Tokens} are allowed (tokens)."), null);
            if (calls.Count == 0) messages.Add(new ChatMessage(ChatRole.User, "That is no JSON object with the members asked for. Answer with it alone."));
            else if (await CallAsync(calls, messages, $"{page.Url}#{turn}", cancellationToken) is { } broken) return (new PluginItem(), broken);
        }

        return (Problem($"It gave no answer within {_ask.Turns} turns (turns)."), null);
    }

    private async Task<PluginFault?> CallAsync(List<FunctionCallContent> calls, List<ChatMessage> messages, string place, CancellationToken cancellationToken)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            var (result, fault) = await _tools.CallAsync(calls[i], $"{place}.{i}", cancellationToken);
            if (fault is not null) return fault;
            messages.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(calls[i].CallId, result)]));
        }

        return null;
    }

    private string Given(JsonElement record, PluginPage page)
    {
        var members = record.EnumerateObject().Where(member => _ask.Give.Count == 0 || _ask.Give.Contains(member.Name));
        var given = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, JsonNode.Parse(member.Value.GetRawText()))));
        return UntrustedText.Mark(new JsonObject { ["page"] = page.Url, ["record"] = given }.ToJsonString(WireText.Marked));
    }

    private PluginItem Problem(string message) => new() { Problems = [new RecordProblem("", $"model:{_ask.Model}", message)] };
}
