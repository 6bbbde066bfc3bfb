using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Trawl.Server.Assistants;

/// <summary>A server for one message of a revision without sessions.</summary>
internal sealed class McpAlone : IAsyncDisposable
{
    private readonly StreamableHttpServerTransport _transport = new() { Stateless = true };
    private readonly McpServer _server;
    private readonly CancellationToken _cancel;
    private readonly Task _run;

    public McpAlone(McpServerOptions options, CancellationToken cancel)
    {
        _server = McpServer.Create(_transport, options);
        _cancel = cancel;
        _run = _server.RunAsync(cancel);
    }

    /// <summary>Carries the message in and its answer out; false when there is none.</summary>
    /// <param name="message">The message.</param>
    /// <param name="answer">Where the answer goes, as an event stream.</param>
    /// <param name="onFirst">Told what is about to be written first, while the status can still change.</param>
    public Task<bool> PostAsync(JsonRpcMessage message, Stream answer, Func<JsonRpcMessage?, ValueTask> onFirst) =>
        _transport.HandlePostRequestAsync(message, answer, onFirst, _cancel);

    public async ValueTask DisposeAsync()
    {
        await _transport.DisposeAsync();
        await _run.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await _server.DisposeAsync();
    }
}
