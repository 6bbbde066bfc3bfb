using Trawl.Ipc.Codecs;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Streams;

namespace Trawl.Ipc.Calls;

/// <summary>Items both ways.</summary>
internal sealed class DuplexHandler<TItem, TReply>(
    IpcMethod<TItem, TReply> method,
        Func<IAsyncEnumerable<TItem>, IpcStreamWriter<TReply>, IpcCall, ValueTask<IpcError?>> handler) : PooledHandler
{
    protected override InboundCall Open(in InboundRequest request) => new Call(request, method, handler);

    private sealed class Call(
        in InboundRequest request, IpcMethod<TItem, TReply> method,
            Func<IAsyncEnumerable<TItem>, IpcStreamWriter<TReply>, IpcCall, ValueTask<IpcError?>> handler)
        : UploadedCall<TItem>(request, method.Request)
    {
        private readonly IpcStreamWriter<TReply> _writer = new(request.Link, request.Id, method.Reply);

        public override FrameFault OnCredit(uint bytes) => _writer.OnCredit(bytes);

        public override void Cancel()
        {
            _writer.End();
            base.Cancel();
        }

        protected override async ValueTask<IpcError?> ServeAsync(IpcBuffer body)
        {
            var error = await handler(Items, _writer, Context).ConfigureAwait(false);
            _writer.End();
            if (error is null) await Replies.SendAsync(Link, Id, IpcCodecs.Nothing, default).ConfigureAwait(false);
            return error;
        }
    }
}
