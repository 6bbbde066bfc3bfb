using System.Diagnostics;
using Trawl.Ipc.Calls;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Streams;

namespace Trawl.Ipc;

/// <content>The ways to call.</content>
public sealed partial class IpcConnection
{
    private static readonly IpcError s_tooMany = new(IpcErrorCode.Busy, "This end has as many open calls as it may (MaxCalls).");
    private static readonly IpcError s_leaving = new(IpcErrorCode.Busy, "The peer is going away and takes no new calls.");
    private static readonly IpcError s_cancelled = new(IpcErrorCode.Cancelled, "The caller cancelled.");

    /// <summary>Calls and blocks this thread for the reply: the shortest way, since no other thread takes part.</summary>
    public IpcResult<TReply> Call<TRequest, TReply>(IpcMethod<TRequest, TReply> method, TRequest request, CancellationToken cancellation = default)
    {
        var call = UnaryCall<TReply>.Rent(method.Reply);
        if (Open(call, method, request, RequestFlags.None, cancellation) is { } error) return error;
        call.CancelWith(cancellation, _cancel);
        _link.Wait(call);
        return call.TakeResult();
    }

    /// <summary>Calls. A reply that comes at once is returned at once; a later one continues on the thread pool.</summary>
    public ValueTask<IpcResult<TReply>> CallAsync<TRequest, TReply>(
        IpcMethod<TRequest, TReply> method, TRequest request, CancellationToken cancellation = default)
    {
        var call = UnaryCall<TReply>.Rent(method.Reply);
        var status = TryOpen(call, method, request, RequestFlags.None);
        if (status == SendStatus.Full) return CallLaterAsync(call, method, request, cancellation);
        return status == SendStatus.Sent ? Reply(call, cancellation) : new(ErrorOf(status));
    }

    /// <summary>Sends a message that gets no answer; false in the result's place is the failure. Waits only while the queue is full.</summary>
    public IpcError? Send<TRequest, TReply>(IpcMethod<TRequest, TReply> method, TRequest request)
    {
        var message = new Outgoing(FrameType.OneWay, 0, new RequestPrologue(method.Id, RequestFlags.None, 0).Packed, RequestPrologue.Size);
        SendStatus status;
        while ((status = _link.Sender.Send(message, method.Request, request)) == SendStatus.Full) WaitForRoom(CancellationToken.None);
        return status == SendStatus.Sent ? null : ErrorOf(status);
    }

    /// <summary>Asks once and reads many items. Failures come as <see cref="IpcException"/> out of the reading.</summary>
    public IAsyncEnumerable<TItem> Stream<TRequest, TItem>(IpcMethod<TRequest, TItem> method, TRequest request)
    {
        var call = new StreamCall<TItem>(_link, method.Reply);
        if (Open(call, method, request, RequestFlags.None, CancellationToken.None) is { } error) call.Items.End(error);
        return new ItemReader<TItem>(call.Items, call.Abandon);
    }

    /// <summary>Sends many items for one reply.</summary>
    public IpcResult<IpcUpload<TItem, TReply>> Upload<TItem, TReply>(IpcMethod<TItem, TReply> method)
    {
        var call = new UploadCall<TReply>(method.Reply);
        if (OpenUpload(call, method) is { } error) return error;
        var writer = new IpcStreamWriter<TItem>(_link, call.Id, method.Request);
        (call.Credited, call.Ended) = (writer.OnCredit, writer.End);
        return new IpcUpload<TItem, TReply>(call, writer);
    }

    /// <summary>Items both ways.</summary>
    public IpcResult<IpcDuplex<TItem, TReply>> Duplex<TItem, TReply>(IpcMethod<TItem, TReply> method)
    {
        var call = new StreamCall<TReply>(_link, method.Reply);
        if (OpenUpload(call, method) is { } error) return error;
        var writer = new IpcStreamWriter<TItem>(_link, call.Id, method.Request);
        (call.Credited, call.Ended) = (writer.OnCredit, writer.End);
        return new IpcDuplex<TItem, TReply>(call, writer);
    }
}
