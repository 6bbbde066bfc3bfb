using Trawl.Sdk.Sources;
using Trawl.Sdk.Wire;

namespace Trawl.Sdk.Working;

/// <summary>Asks a source for its next requests.</summary>
internal static class SourceCalls
{
    public static async ValueTask<(AnswerMeta, IReadOnlyList<ReadOnlyMemory<byte>>)> ReadAsync(IRequestSource part, CallMeta call)
    {
        if (await part.ReadAsync(call.Cursor) is not { } chunk) return (new AnswerMeta { End = true }, []);
        var requests = chunk.Requests.Select(request => new RequestMeta
        {
            Url = request.Url,
            Method = request.Method == "GET" ? null : request.Method,
            Headers = request.Headers is { Count: > 0 } headers ? new Dictionary<string, string>(headers) : null,
            Body = request.Body,
        });
        return (new AnswerMeta { Requests = [.. requests], Cursor = chunk.Cursor }, []);
    }
}
