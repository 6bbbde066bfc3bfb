using Trawl.Ipc.Codecs;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Streams;

namespace Trawl.Ipc.Calls;

/// <summary>Many items, one reply.</summary>
internal sealed class UploadHandler<TItem, TReply>(
    IpcMethod<TItem, TReply> method, Func<IAsyncEnumerable<TItem>, IpcCall, ValueTask<IpcResult<TReply>>> handler) : PooledHandler
{
    protected override InboundCall Open(in InboundRequest request) => new Call(request, method, handler);

    private sealed class Call(
        in InboundRequest request, IpcMethod<TItem, TReply> method,
            Func<IAsyncEnumerable<TItem>, IpcCall, ValueTask<IpcResult<TReply>>> handler)
        : UploadedCall<TItem>(request, method.Request)
    {
        protected override async ValueTask<IpcError?> ServeAsync(IpcBuffer body)
        {
            var result = await handler(Items, Context).ConfigureAwait(false);
            if (result.TryGet(out var reply, out var error)) await Replies.SendAsync(Link, Id, method.Reply, reply).ConfigureAwait(false);
            return error;
        }
    }
}
