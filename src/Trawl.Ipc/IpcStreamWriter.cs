using Trawl.Ipc.Codecs;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Streams;

namespace Trawl.Ipc;

/// <summary>Writes the items of one stream. One writer at a time.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
public sealed class IpcStreamWriter<T>
{
    private static readonly IpcError s_over = new(IpcErrorCode.Closed, "The stream is over.");
    private readonly Link _link;
    private readonly ulong _id;
    private readonly IIpcCodec<T> _codec;
    private readonly OutboundCredit _credit;
    private volatile bool _isOver;

    internal IpcStreamWriter(Link link, ulong id, IIpcCodec<T> codec)
    {
        (_link, _id, _codec) = (link, id, codec);
        _credit = new(link.Agreement.StreamCredit);
    }

    /// <summary>
    /// Sends an item; waits while the receiver has not granted more bytes. The failure, if the stream is over: the receiver
    /// has cancelled, or the connection is closed.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token fired first.</exception>
    public ValueTask<IpcError?> WriteAsync(T item, CancellationToken cancellation = default)
    {
        if (_credit.WhenAny().IsCompleted)
        {
            var status = TryWrite(item);
            if (status != SendStatus.Full) return new(ErrorOf(status));
        }

        return WriteSlowlyAsync(item, cancellation);
    }

    internal FrameFault OnCredit(uint bytes) => _credit.Grant(bytes) ? FrameFault.None : FrameFault.Excess;

    internal void End()
    {
        _isOver = true;
        _credit.End();
    }

    private async ValueTask<IpcError?> WriteSlowlyAsync(T item, CancellationToken cancellation)
    {
        SendStatus status;
        do
        {
            await _link.WhileServing(_credit.WhenAny(), cancellation).ConfigureAwait(false);
            await _link.WhileServing(_link.Sender.WhenRoom(), cancellation).ConfigureAwait(false);
            status = TryWrite(item);
        }
        while (status == SendStatus.Full);

        return ErrorOf(status);
    }

    private SendStatus TryWrite(T item)
    {
        if (_isOver) return SendStatus.Closed;
        var status = _link.Sender.Send(new Outgoing(FrameType.Item, _id), _codec, item, out var bytes);
        if (status == SendStatus.Sent) _credit.Spend(ItemCost.Of(bytes));
        return status;
    }

    private IpcError? ErrorOf(SendStatus status) => status switch
    {
        SendStatus.Sent => null,
        SendStatus.TooLarge => new(IpcErrorCode.TooLarge, "The item is larger than what was agreed."),
        _ => _link.Error ?? s_over,
    };
}
