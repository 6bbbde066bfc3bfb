using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Trawl.Api.Errors;

namespace Trawl.Remote;

/// <summary>Work that a server tells of while it is under way.</summary>
internal static class ServerEvents
{
    /// <summary>Makes the call, tells how far it is, answers what came of it.</summary>
    public static Task<ApiResult<T>> WorkAsync<T>(
        this ServerCalls calls, HttpRequestMessage request, Action<double> onProgress, CancellationToken cancel)
        where T : class
    {
        Accept(request);
        return calls.SendAsync<T>(
            request,
            async response =>
            {
                await foreach (var (name, data) in ReadAsync(response, cancel))
                {
                    switch (name)
                    {
                        case "progress":
                            onProgress(JsonDocument.Parse(data).RootElement.GetDouble());
                            break;
                        case "result":
                            return Parse(data, RemoteJson.Of<T>());
                        case "problem":
                            return Parse(data, RemoteJson.Default.ProblemBody).ToError() ?? throw new JsonException("it sent a problem of no kind.");
                    }
                }

                throw new IOException("it hung up in the middle of the work.");
            },
            cancel);
    }

    /// <summary>Says that events are wanted.</summary>
    public static void Accept(HttpRequestMessage request) =>
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));

    /// <summary>The events of an answer, by name and data.</summary>
    public static async IAsyncEnumerable<(string Name, string Data)> ReadAsync(
        HttpResponseMessage response, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancel))
        {
            yield return (item.EventType, item.Data);
        }
    }

    public static T Parse<T>(string data, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(data, type) ?? throw new JsonException("it sent null.");
}
