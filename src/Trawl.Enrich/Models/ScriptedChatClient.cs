using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Trawl.Model.Plans;

namespace Trawl.Enrich.Models;

/// <summary>
/// A model that says what the pipeline wrote down for it: offline, and always the same. Its n-th answer depends only on how many it
/// gave before.
/// </summary>
internal sealed class ScriptedChatClient(ModelPlan plan) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = messages.Count(message => message.Role == ChatRole.Assistant);
        var reply = plan.Script.Count == 0 ? new ScriptedReply("{}") : plan.Script[Math.Min(turn, plan.Script.Count - 1)];
        var message = new ChatMessage { Role = ChatRole.Assistant };
        if (reply.Tool is { } tool) message.Contents.Add(ToolArguments.Read($"call_{turn}", ToolNames.Of(tool), reply.Arguments ?? "{}"));
        else message.Contents.Add(new TextContent(reply.Text ?? ""));
        return Task.FromResult(new ChatResponse(message));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (var update in response.ToChatResponseUpdates()) yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType?.IsInstanceOfType(this) == true ? this : null;

    public void Dispose()
    {
    }
}
