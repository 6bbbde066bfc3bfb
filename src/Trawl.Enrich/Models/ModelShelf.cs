using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Trawl.Model.Errors;
using Trawl.Model.Plans;

namespace Trawl.Enrich.Models;

/// <summary>The models of a run. Each exchange is a question with a recorded answer; a client is made when the record has none.</summary>
internal sealed class ModelShelf(EnrichmentOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<IChatClient>> _clients = new(StringComparer.Ordinal);

    /// <summary>One exchange: the answer is the assistant's message as JSON.</summary>
    /// <param name="model">The model's name in the pipeline.</param>
    /// <param name="messages">What was said so far.</param>
    /// <param name="chat">The tools and the form of the answer.</param>
    /// <param name="place">Where the question arose.</param>
    /// <param name="deadline">When there is no time left for the record.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Answer> AskAsync(
        string model, IReadOnlyList<ChatMessage> messages, ChatOptions chat, string place, CancellationToken deadline, CancellationToken cancellationToken)
    {
        var plan = options.Plan.Models!.First(plan => plan.Name == model);
        // The endpoint is not part of the question: the same model may have moved.
        var asked = ChatWire.Request(null, messages, chat).ToJsonString(WireText.Plain);
        var question = new Question(model, asked, place, $"models.{model}", plan.Budget);
        return await options.Answers.AnswerAsync(question, cancel => AskAsync(plan, messages, chat, deadline, cancel), cancellationToken);
    }

    /// <summary>The message of a recorded answer.</summary>
    public static ChatMessage Read(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return ChatAnswer.Read(document.RootElement);
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(client => client.IsValueCreated)) client.Value.Dispose();
    }

    private async Task<Answer> AskAsync(
        ModelPlan plan, IReadOnlyList<ChatMessage> messages, ChatOptions chat, CancellationToken deadline, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        try
        {
            var response = await ClientOf(plan).GetResponseAsync(messages, chat, either.Token).ConfigureAwait(false);
            return new Answer(ChatWire.Message(response.Messages[^1]).ToJsonString(WireText.Plain), null, response.Usage?.TotalTokenCount ?? 0);
        }
        catch (ChatFailedException failure)
        {
            return failure.Answer;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Answer.Failed(ErrorCode.ModelTimeout, $"The step that asks \"{plan.Name}\" took longer than its timeout.");
        }
    }

    private IChatClient ClientOf(ModelPlan plan) => _clients.GetOrAdd(plan.Name, _ => new Lazy<IChatClient>(() =>
        options.ChatClients?.Invoke(plan) ?? (plan.Url is null ? new ScriptedChatClient(plan) : new OpenAiChatClient(plan, options)))).Value;
}
