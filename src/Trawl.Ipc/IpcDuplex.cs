using Trawl.Ipc.Codecs;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Streams;

namespace Trawl.Ipc;

/// <summary>A call with items both ways. Disposing of it early cancels it.</summary>
/// <typeparam name="TItem">Type of the items sent.</typeparam>
/// <typeparam name="TReply">Type of the items received.</typeparam>
public sealed class IpcDuplex<TItem, TReply> : IDisposable
{
    private readonly StreamCall<TReply> _call;
    private readonly IpcStreamWriter<TItem> _writer;

    internal IpcDuplex(StreamCall<TReply> call, IpcStreamWriter<TItem> writer)
    {
        (_call, _writer) = (call, writer);
        Items = new ItemReader<TReply>(call.Items, call.Abandon);
    }

    /// <summary>What comes back; to be read once. Ends with an <see cref="IpcException"/> when the call fails.</summary>
    public IAsyncEnumerable<TReply> Items { get; }

    /// <summary>Sends an item; waits while the receiver has not granted more.</summary>
    public ValueTask<IpcError?> WriteAsync(TItem item, CancellationToken cancellation = default) => _writer.WriteAsync(item, cancellation);

    /// <summary>Says that all items were sent.</summary>
    public void CompleteWrites()
    {
        if (!_call.IsCompleted)
            _call.Link.Sender.Send(new Outgoing(FrameType.End, _call.Id, MayExceedQueue: true), IpcCodecs.Nothing, default);
    }

    /// <summary>Cancels the call unless it is complete.</summary>
    public void Dispose() => _call.Abandon();
}
