using Trawl.Ipc.Codecs;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Streams;

namespace Trawl.Ipc;

/// <summary>A call that sends many items and gets one reply. Disposing of it early cancels it.</summary>
/// <typeparam name="TItem">Type of the items.</typeparam>
/// <typeparam name="TReply">Type of the reply.</typeparam>
public sealed class IpcUpload<TItem, TReply> : IDisposable
{
    private readonly UploadCall<TReply> _call;
    private readonly IpcStreamWriter<TItem> _writer;

    internal IpcUpload(UploadCall<TReply> call, IpcStreamWriter<TItem> writer) => (_call, _writer) = (call, writer);

    /// <summary>Sends an item; waits while the receiver has not granted more.</summary>
    public ValueTask<IpcError?> WriteAsync(TItem item, CancellationToken cancellation = default) => _writer.WriteAsync(item, cancellation);

    /// <summary>Says that all items were sent, and waits for the reply.</summary>
    public async ValueTask<IpcResult<TReply>> CompleteAsync(CancellationToken cancellation = default)
    {
        if (!_call.IsCompleted)
            _call.Link.Sender.Send(new Outgoing(FrameType.End, _call.Id, MayExceedQueue: true), IpcCodecs.Nothing, default);
        _call.Link.WaitBriefly(_call);
        return await _call.Reply.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Cancels the call unless it is complete.</summary>
    public void Dispose() => _call.Link.Abandon(_call, new(IpcErrorCode.Cancelled, "The caller gave up."));
}
