using Trawl.Ipc.Calls;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Streams;

/// <summary>A call that is answered with a stream, and may be asked with one.</summary>
internal sealed class StreamCall<TReply> : PendingCall
{
    public StreamCall(Link link, IIpcCodec<TReply> codec) => Items = new(link, codec, link.Options.StreamCredit, this);

    public ItemQueue<TReply> Items { get; }

    /// <summary>Told of credit for the items this end sends, when it sends any.</summary>
    public Func<uint, FrameFault>? Credited { get; set; }

    /// <summary>Told of the end.</summary>
    public Action? Ended { get; set; }

    public override bool IsReady => Items.IsReady;

    public override FrameFault OnItem(ReadOnlySpan<byte> payload) => Items.OnItem(payload);

    public override FrameFault OnCredit(uint bytes) => Credited?.Invoke(bytes) ?? FrameFault.Sequence;

    public override void OnResponse(ReadOnlySpan<byte> payload) => End(null);

    public override void Fail(IpcError error) => End(error);

    public void Abandon() => Link.Abandon(this, new(IpcErrorCode.Cancelled, "The caller stopped reading."));

    private void End(IpcError? error)
    {
        Ended?.Invoke();
        Complete();
        Items.End(error);
    }
}
