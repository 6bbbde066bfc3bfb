using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Trawl.Api;
using Trawl.Api.Errors;

namespace Trawl.Hosting.Wire;

/// <summary>A call with one answer, as both ends of the socket see it.</summary>
internal sealed class WireMethod<TRequest, TResponse>(
    string name,
    JsonTypeInfo<TRequest> request,
    JsonTypeInfo<TResponse> response,
    Func<ITrawlClient, TRequest, CancellationToken, Task<ApiResult<TResponse>>> call) : IWireMethod
    where TRequest : class
    where TResponse : class
{
    public string Name { get; } = name;

    public JsonElement Write(TRequest value) => JsonSerializer.SerializeToElement(value, request);

    public TResponse? Read(JsonElement element) => element.Deserialize(response);

    public async Task<WireResponse> AnswerAsync(ITrawlClient client, WireRequest line, CancellationToken cancellationToken)
    {
        if (line.Params.ValueKind != JsonValueKind.Object || line.Params.Deserialize(request) is not { } value)
        {
            return new WireResponse(line.Id)
            {
                Error = new ApiError(ApiErrorKind.InvalidRequest, $"\"{Name}\" wants an object as its \"params\"."),
            };
        }

        var result = await call(client, value, cancellationToken);
        return result.TryGet(out var given, out var error)
            ? new WireResponse(line.Id) { Result = JsonSerializer.SerializeToElement(given, response) }
            : new WireResponse(line.Id) { Error = error };
    }
}
