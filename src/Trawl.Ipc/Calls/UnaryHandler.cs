using Trawl.Ipc.Codecs;

namespace Trawl.Ipc.Calls;

/// <summary>One request, one reply, on the thread pool.</summary>
internal sealed class UnaryHandler<TRequest, TReply>(
    IpcMethod<TRequest, TReply> method, Func<TRequest, IpcCall, ValueTask<IpcResult<TReply>>> handler) : PooledHandler
{
    protected override InboundCall Open(in InboundRequest request) => new Call(request, method, handler);

    private sealed class Call(
        in InboundRequest request, IpcMethod<TRequest, TReply> method, Func<TRequest, IpcCall, ValueTask<IpcResult<TReply>>> handler)
        : InboundCall(request)
    {
        protected override async ValueTask<IpcError?> ServeAsync(IpcBuffer body)
        {
            if (!method.Request.TryRead(body.Span, out var value))
                return new(IpcErrorCode.Malformed, "The request is not what the method's codec reads.");
            var result = await handler(value, Context).ConfigureAwait(false);
            if (result.TryGet(out var reply, out var error) && !IsOneWay)
                await Replies.SendAsync(Link, Id, method.Reply, reply).ConfigureAwait(false);
            return error;
        }
    }
}
