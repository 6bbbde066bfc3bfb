using Trawl.Ipc.Calls;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Streams;

/// <summary>A call of the peer that comes with a stream of items.</summary>
internal abstract class UploadedCall<TItem> : InboundCall
{
    private readonly ItemQueue<TItem> _queue;

    protected UploadedCall(in InboundRequest request, IIpcCodec<TItem> codec)
        : base(request)
    {
        _queue = new(request.Link, codec, request.Link.Options.StreamCredit, call: null, request.Id);
        Items = new ItemReader<TItem>(_queue, abandon: null);
        if ((request.Prologue.Flags & RequestFlags.Uploads) == 0)
            _queue.End(new(IpcErrorCode.Malformed, "This method expects a stream of items."));
    }

    protected IAsyncEnumerable<TItem> Items { get; }

    public override FrameFault OnItem(ReadOnlySpan<byte> payload) => _queue.OnItem(payload);

    public override FrameFault? OnEnd()
    {
        _queue.End(null);
        return FrameFault.None;
    }

    public override void Cancel()
    {
        _queue.End(new(IpcErrorCode.Cancelled, "The caller cancelled, or is gone."));
        base.Cancel();
    }
}
