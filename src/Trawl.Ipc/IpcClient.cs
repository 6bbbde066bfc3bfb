using Trawl.Ipc.Clients;

namespace Trawl.Ipc;

/// <summary>
/// A client that comes back: it connects when first used, connects anew when the connection breaks, and repeats what was
/// under way only where the method says that this does no harm. Streams are never repeated: they end with the failure.
/// </summary>
public sealed class IpcClient(IpcEndpoint endpoint, IpcClientOptions? options = null, IpcHandlers? handlers = null) : IDisposable
{
    private readonly Connector _connector = new(endpoint, options ?? new(), handlers);

    /// <summary>Connections that replaced a broken one.</summary>
    public long Reconnects => _connector.Reconnects;

    /// <summary>The connection of this moment, or null.</summary>
    public IpcConnection? Current => _connector.Current;

    /// <summary>The connection of this moment, or a new one; tried again with growing pauses for <see
    /// cref="IpcClientOptions.ReconnectTimeout"/>.</summary>
    public ValueTask<IpcResult<IpcConnection>> ConnectAsync(CancellationToken cancellation = default) =>
        _connector.Current is { } current ? new(current) : _connector.ConnectAsync(cancellation);

    /// <summary>Calls; connects first where needed.</summary>
    public ValueTask<IpcResult<TReply>> CallAsync<TRequest, TReply>(
        IpcMethod<TRequest, TReply> method, TRequest request, CancellationToken cancellation = default)
    {
        if (_connector.Current is not { } connection) return CallAgainAsync(method, request, attempts: 0, cancellation);
        var call = connection.CallAsync(method, request, cancellation);
        if (!call.IsCompletedSuccessfully) return FinishAsync(call, method, request, cancellation);
        var result = call.Result;
        return MayRepeat(method, result) ? CallAgainAsync(method, request, attempts: 1, cancellation) : new(result);
    }

    /// <summary>Calls and blocks this thread for the reply; connects first where needed.</summary>
    public IpcResult<TReply> Call<TRequest, TReply>(IpcMethod<TRequest, TReply> method, TRequest request, CancellationToken cancellation = default)
    {
        if (_connector.Current is not { } connection)
            return CallAgainAsync(method, request, attempts: 0, cancellation).AsTask().GetAwaiter().GetResult();
        var result = connection.Call(method, request, cancellation);
        return MayRepeat(method, result) ? CallAgainAsync(method, request, attempts: 1, cancellation).AsTask().GetAwaiter().GetResult() : result;
    }

    /// <summary>Closes the connection and makes no other.</summary>
    public void Dispose() => _connector.Dispose();

    private async ValueTask<IpcResult<TReply>> FinishAsync<TRequest, TReply>(
        ValueTask<IpcResult<TReply>> call, IpcMethod<TRequest, TReply> method, TRequest request, CancellationToken cancellation)
    {
        var result = await call.ConfigureAwait(false);
        return MayRepeat(method, result) ? await CallAgainAsync(method, request, attempts: 1, cancellation).ConfigureAwait(false) : result;
    }

    private async ValueTask<IpcResult<TReply>> CallAgainAsync<TRequest, TReply>(
        IpcMethod<TRequest, TReply> method, TRequest request, int attempts, CancellationToken cancellation)
    {
        while (true)
        {
            if (!(await ConnectAsync(cancellation).ConfigureAwait(false)).TryGet(out var connection, out var error)) return error;
            var result = await connection.CallAsync(method, request, cancellation).ConfigureAwait(false);
            if (!MayRepeat(method, result) || ++attempts >= _connector.Options.MaxAttempts) return result;
        }
    }

    private bool MayRepeat<TRequest, TReply>(IpcMethod<TRequest, TReply> method, IpcResult<TReply> result) =>
        result.Error is { Code: IpcErrorCode.PeerGone } && method.IsIdempotent && _connector.Options.MaxAttempts > 1;
}
