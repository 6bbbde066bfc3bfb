using System.Diagnostics;
using Trawl.Ipc.Calls;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc;

/// <content>How calls begin.</content>
public sealed partial class IpcConnection
{
    private ValueTask<IpcResult<TReply>> Reply<TReply>(UnaryCall<TReply> call, CancellationToken cancellation)
    {
        call.CancelWith(cancellation, _cancel);
        _link.WaitBriefly(call);
        return call.AsTask();
    }

    private async ValueTask<IpcResult<TReply>> CallLaterAsync<TRequest, TReply>(
        UnaryCall<TReply> call, IpcMethod<TRequest, TReply> method, TRequest request, CancellationToken cancellation)
    {
        SendStatus status;
        do
        {
            await _link.WhileServing(_link.Sender.WhenRoom(), cancellation).ConfigureAwait(false);
            status = TryOpen(call, method, request, RequestFlags.None);
        }
        while (status == SendStatus.Full);

        return status == SendStatus.Sent ? await Reply(call, cancellation).ConfigureAwait(false) : ErrorOf(status);
    }

    private IpcError? Open<TRequest, TReply>(
        PendingCall call, IpcMethod<TRequest, TReply> method, TRequest request, RequestFlags flags, CancellationToken cancellation)
    {
        SendStatus status;
        while ((status = TryOpen(call, method, request, flags)) == SendStatus.Full) WaitForRoom(cancellation);
        return status == SendStatus.Sent ? null : ErrorOf(status);
    }

    private SendStatus TryOpen<TRequest, TReply>(PendingCall call, IpcMethod<TRequest, TReply> method, TRequest request, RequestFlags flags)
    {
        call.Link = _link;
        call.Began = _link.Counters.CallTime.Start();
        SetDeadline(call, method.Timeout, out var left);
        if (_link.IsLeaving || !_link.Calls.TryAdd(call)) return SendStatus.TooMany;
        var status = SendStatus.Closed;
        try
        {
            var message = new Outgoing(FrameType.Request, call.Id, new RequestPrologue(method.Id, flags, left).Packed, RequestPrologue.Size);
            status = _link.Sender.Send(message, method.Request, request);
        }
        finally
        {
            // Also when the codec threw. A call that was failed meanwhile, with all others, is simply complete.
            if (status != SendStatus.Sent) _link.Calls.Take(call.Id);
        }

        return status;
    }

    private IpcError? OpenUpload<TItem, TReply>(PendingCall call, IpcMethod<TItem, TReply> method)
    {
        var opening = new IpcMethod<IpcNothing, TReply>(method.Id, IpcCodecs.Nothing, method.Reply) { Timeout = method.Timeout };
        return Open(call, opening, default, RequestFlags.Uploads, CancellationToken.None);
    }

    private static void SetDeadline(PendingCall call, TimeSpan timeout, out uint left)
    {
        left = 0;
        if (timeout == Timeout.InfiniteTimeSpan) return;
        left = (uint)Math.Clamp(timeout.TotalMilliseconds, 1, uint.MaxValue);
        call.Deadline = Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency);
    }

    private void WaitForRoom(CancellationToken cancellation) => _link.Sender.WhenRoom().Wait(cancellation);

    private void Cancel(PendingCall call) => _link.Abandon(call, s_cancelled);

    private IpcError ErrorOf(SendStatus status) => status switch
    {
        SendStatus.TooLarge => new(IpcErrorCode.TooLarge,
            $"The message is larger than the {_link.Agreement.MaxMessageBytes} bytes that were agreed."),
        SendStatus.TooMany => _link.IsLeaving ? s_leaving : s_tooMany,
        _ => _link.Error ?? new(IpcErrorCode.Closed, "The connection is closed."),
    };
}
