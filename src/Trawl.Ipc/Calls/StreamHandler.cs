using Trawl.Ipc.Codecs;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Calls;

/// <summary>One request, many items.</summary>
internal sealed class StreamHandler<TRequest, TItem>(
    IpcMethod<TRequest, TItem> method, Func<TRequest, IpcStreamWriter<TItem>, IpcCall, ValueTask<IpcError?>> handler) : PooledHandler
{
    protected override InboundCall Open(in InboundRequest request) => new Call(request, method, handler);

    private sealed class Call(
        in InboundRequest request, IpcMethod<TRequest, TItem> method,
            Func<TRequest, IpcStreamWriter<TItem>, IpcCall, ValueTask<IpcError?>> handler)
        : InboundCall(request)
    {
        private readonly IpcStreamWriter<TItem> _writer = new(request.Link, request.Id, method.Reply);

        public override FrameFault OnCredit(uint bytes) => _writer.OnCredit(bytes);

        public override void Cancel()
        {
            _writer.End();
            base.Cancel();
        }

        protected override async ValueTask<IpcError?> ServeAsync(IpcBuffer body)
        {
            if (!method.Request.TryRead(body.Span, out var value))
                return new(IpcErrorCode.Malformed, "The request is not what the method's codec reads.");
            var error = await handler(value, _writer, Context).ConfigureAwait(false);
            _writer.End();
            if (error is null) await Replies.SendAsync(Link, Id, IpcCodecs.Nothing, default).ConfigureAwait(false);
            return error;
        }
    }
}
