using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Trawl.Fetch.Egress;
using Trawl.Model.Errors;
using Trawl.Model.Plans;
using Trawl.Web.Urls;

namespace Trawl.Enrich.Models;

/// <summary>
/// A model at an OpenAI-compatible endpoint. A busy one (429, 5xx, no connection) is asked again until the model's timeout, when it
/// says so itself (Retry-After) or after a pause that doubles.
/// </summary>
internal sealed class OpenAiChatClient(ModelPlan plan, EnrichmentOptions options) : IChatClient
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    private readonly GuardedHttp _http = new(EgressRules.ForService(options.Plan, WebUrl.Parse(plan.Url!)), plan.MaxAnswer, options.Clock);
    private readonly Uri _url = new(plan.Url!.TrimEnd('/') + "/chat/completions");

    /// <inheritdoc/>
    /// <exception cref="ChatFailedException">There is no answer.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken = default)
    {
        var body = ChatWire.Request(plan.Model, messages, options).ToJsonString(WireText.Plain);
        using var patience = new CancellationTokenSource(plan.Timeout, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await AskAsync(body, Clock.GetUtcNow() + plan.Timeout, either.Token).ConfigureAwait(false);
        }
        catch (Exception) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ChatFailedException(ErrorCode.ModelTimeout, $"The model \"{plan.Name}\" did not answer within {plan.Timeout.TotalSeconds:0.#} s.");
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (var update in response.ToChatResponseUpdates()) yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType?.IsInstanceOfType(this) == true ? this : null;

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private TimeProvider Clock => options.Clock;

    private async Task<ChatResponse> AskAsync(string body, DateTimeOffset until, CancellationToken cancellationToken)
    {
        for (var pause = s_pause; ; pause *= 2)
        {
            var (response, why, wait) = await TryAsync(body, cancellationToken).ConfigureAwait(false);
            if (response is not null) return response;
            if (Clock.GetUtcNow() + (wait ?? pause) >= until) throw new ChatFailedException(ErrorCode.ModelUnavailable, why, suspendsRun: true);
            await Task.Delay(wait ?? pause, Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The answer; or why there is none now, and when the endpoint wants to be asked again.</summary>
    private async Task<(ChatResponse? Response, string Why, TimeSpan? Wait)> TryAsync(string body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (plan.Key is { } name && options.Secrets(name) is { Length: > 0 } key)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (IsBusy(response.StatusCode))
                return (null, $"The model \"{plan.Name}\" is busy: its endpoint answers {(int)response.StatusCode}.", WaitOf(response));
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return (Judge(response.StatusCode, bytes), "", null);
        }
        catch (HttpRequestException error) when (error.InnerException is EgressRefusedException refused)
        {
            throw new ChatFailedException(ErrorCode.ModelUnavailable, $"The model \"{plan.Name}\" may not be reached: {refused.Message}", suspendsRun: true);
        }
        catch (HttpRequestException error) when (error.InnerException is TooLongException)
        {
            throw new ChatFailedException(ErrorCode.ModelAnswer, $"The model \"{plan.Name}\" answers with more than {plan.MaxAnswer} bytes (maxAnswer).");
        }
        catch (HttpRequestException error)
        {
            return (null, $"The model \"{plan.Name}\" cannot be reached: {error.Message}", null);
        }
    }

    private ChatResponse Judge(HttpStatusCode status, byte[] body)
    {
        if ((int)status is < 200 or >= 300)
        {
            var isRefused = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound;
            throw new ChatFailedException(
                isRefused ? ErrorCode.ModelUnavailable : ErrorCode.ModelAnswer,
                $"The endpoint of the model \"{plan.Name}\" answers {(int)status}: {Beginning(body)}", suspendsRun: isRefused);
        }

        try
        {
            return ChatAnswer.ReadCompletion(body);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            throw new ChatFailedException(
                ErrorCode.ModelAnswer, $"The model \"{plan.Name}\" answered with no chat completion ({error.Message}): {Beginning(body)}");
        }
    }

    private TimeSpan? WaitOf(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date - Clock.GetUtcNow());
        return wait is { } time && time < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static bool IsBusy(HttpStatusCode status) => (int)status is 408 or 425 or 429 or >= 500;

    private static string Beginning(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 300))).ReplaceLineEndings(" ").Trim();
        return text.Length == 0 ? "(nothing)" : text;
    }
}
