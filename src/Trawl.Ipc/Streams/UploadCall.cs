using Trawl.Ipc.Calls;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Streams;

/// <summary>A call that is asked with a stream and answered with one reply.</summary>
internal sealed class UploadCall<TReply>(IIpcCodec<TReply> codec) : PendingCall
{
    private readonly TaskCompletionSource<IpcResult<TReply>> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<IpcResult<TReply>> Reply => _reply.Task;

    public Func<uint, FrameFault>? Credited { get; set; }

    public Action? Ended { get; set; }

    public override FrameFault OnCredit(uint bytes) => Credited?.Invoke(bytes) ?? FrameFault.Sequence;

    public override void OnResponse(ReadOnlySpan<byte> payload)
    {
        if (codec.TryRead(payload, out var value)) End(value);
        else End(new IpcError(IpcErrorCode.Malformed, "The reply is not what the method's codec reads."));
    }

    public override void Fail(IpcError error) => End(error);

    private void End(IpcResult<TReply> result)
    {
        Ended?.Invoke();
        Complete();
        _reply.TrySetResult(result);
    }
}
