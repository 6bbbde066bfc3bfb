using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plans;
using Trawl.Plugins.Calls;
using Trawl.Plugins.Workers;
using Trawl.Sdk.Wire;

namespace Trawl.Plugins;

/// <content>Asks sources for their requests.</content>
public sealed partial class PluginRuntime
{
    private const int MostRequests = 100_000;

    /// <inheritdoc/>
    public async ValueTask<SourceReply> ReadAsync(string plugin, string? cursor, CancellationToken cancellationToken)
    {
        var subject = cursor is null ? "its first requests" : $"the requests behind \"{cursor}\"";
        var job = new Job<SourceReply>(new CallMeta { Do = "read", Cursor = cursor }, [], subject, Read);
        var result = await RunAsync(plugin, job, cancellationToken);
        return result.Value ?? new SourceReply { Fault = result.Fault };
    }

    private static SourceReply Read(WireMessage answer)
    {
        var meta = AnswerReader.Meta(answer);
        if (meta.Requests.Length > MostRequests) throw new WireException($"It gave {meta.Requests.Length} requests at once; {MostRequests} are allowed.");
        if (!meta.End && meta.Cursor is null) throw new WireException("It is not at its end and gave no cursor.");
        return new SourceReply
        {
            Requests = [.. meta.Requests.Select(request => new StartUrl(
                request.Url, request.Method ?? "GET",
                request.Headers is { Count: > 0 } headers ? [.. headers.Select(h => new HeaderPlan(h.Key, h.Value))] : null, request.Body))],
            Cursor = meta.End ? null : meta.Cursor,
        };
    }
}
