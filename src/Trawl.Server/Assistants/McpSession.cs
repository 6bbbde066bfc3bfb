using System.Collections.Concurrent;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Trawl.Access;
using Trawl.Mcp;

namespace Trawl.Server.Assistants;

/// <summary>A session of a revision that has them (2025-11-25 and before): who opened it, and what is under way in it.</summary>
internal sealed class McpSession : IAsyncDisposable
{
    private readonly StreamableHttpServerTransport _transport;
    private readonly McpServer _server;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _run;
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _calls = [];
    private long _lastUsed;
    private int _open;

    public McpSession(string id, Caller caller, McpServerOptions options, TimeProvider clock)
    {
        (Id, Caller, Clock, _lastUsed) = (id, caller, clock, clock.GetTimestamp());
        _transport = new StreamableHttpServerTransport { SessionId = id };
        _server = McpServer.Create(_transport, options);
        _run = _server.RunAsync(_ended.Token);
    }

    public string Id { get; }

    public Caller Caller { get; }

    private TimeProvider Clock { get; }

    /// <summary>How long nobody has used it; nothing while a request is open.</summary>
    public TimeSpan Idle => Volatile.Read(ref _open) > 0 ? TimeSpan.Zero : Clock.GetElapsedTime(Volatile.Read(ref _lastUsed));

    /// <summary>Whether it may be used by a caller: nobody takes over the session of another.</summary>
    public bool IsOf(Caller caller) => (Caller.User, Caller.Means) == (caller.User, caller.Means);

    /// <summary>Carries a message in and its answer out; false when there is none.</summary>
    public Task<bool> PostAsync(JsonRpcMessage message, Stream answer, CancellationToken cancel) => UseAsync(async () =>
    {
        using var call = CancellationTokenSource.CreateLinkedTokenSource(cancel, _ended.Token);
        var id = (message as JsonRpcRequest)?.Id.ToString();
        if (id is not null)
        {
            _calls[id] = call;
        }

        try
        {
            McpCaller.PutSession(message, _server);
            var answered = await _transport.HandlePostRequestAsync(message, answer, call.Token);
            EndCancelled(message);
            return answered;
        }
        finally
        {
            if (id is not null)
            {
                _calls.TryRemove(id, out _);
            }
        }
    });

    /// <summary>Sends what belongs to no request, until the client leaves.</summary>
    public Task<bool> GetAsync(Stream answer, CancellationToken cancel) => UseAsync(async () =>
    {
        await _transport.HandleGetRequestAsync(answer, cancel);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _transport.DisposeAsync();
        await _server.DisposeAsync();
        await _run.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _ended.Dispose();
    }

    /// <summary>A request that its client has taken back gets no answer, and its connection must not wait for one.</summary>
    private void EndCancelled(JsonRpcMessage message)
    {
        if (message is JsonRpcNotification { Method: NotificationMethods.CancelledNotification, Params: { } parameters }
            && _calls.TryGetValue(parameters["requestId"]?.ToString() ?? "", out var call))
        {
            try
            {
                call.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It has ended in the meantime.
            }
        }
    }

    private async Task<bool> UseAsync(Func<Task<bool>> use)
    {
        Interlocked.Increment(ref _open);
        try
        {
            return await use();
        }
        finally
        {
            Volatile.Write(ref _lastUsed, Clock.GetTimestamp());
            Interlocked.Decrement(ref _open);
        }
    }
}
