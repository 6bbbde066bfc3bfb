using System.Buffers.Binary;
using Trawl.Ipc.Calls;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Handshakes;

namespace Trawl.Ipc.Connections;

/// <summary>What each frame means. Nothing a peer can send gets further than here without being judged.</summary>
internal sealed partial class Link
{
    private FrameFault OnFrame(in FrameHeader header, ReadOnlySpan<byte> payload)
    {
        if ((header.Flags & FrameFlags.Whole) == FrameFlags.Whole) return OnWhole(header, payload);
        var fault = _assembler.Add(header, payload, out var whole);
        if (whole is null) return fault;
        fault = OnWhole(header, whole.Content);
        _assembler.Recycle(whole);
        return fault;
    }

    private FrameFault OnMessage(FrameType type, ulong id, ReadOnlySpan<byte> body) => type switch
    {
        FrameType.Request => IsOpenedHere(id) ? FrameFault.Sequence : OnRequest(id, body, isOneWay: false),
        FrameType.OneWay => OnRequest(id, body, isOneWay: true),
        FrameType.Response => OnResponse(id, body),
        FrameType.Error => OnError(id, body),
        FrameType.Item => OnItem(id, body),
        FrameType.End => Inbound.Find(id)?.OnEnd() ?? Stray(),
        FrameType.Cancel => Inbound.Cancel(id) ? FrameFault.None : Stray(),
        FrameType.Credit => OnCredit(id, body),
        FrameType.Ping => OnPing(id),
        FrameType.Pong => OnPong(),
        FrameType.GoAway => OnGoAway(),
        _ => FrameFault.Sequence,
    };

    private bool IsOpenedHere(ulong id) => (id & 1) == (_isServer ? 1UL : 0);

    private FrameFault OnRequest(ulong id, ReadOnlySpan<byte> body, bool isOneWay)
    {
        if (body.Length < RequestPrologue.Size) return FrameFault.Length;
        var request = new InboundRequest(this, id, RequestPrologue.Read(body), isOneWay, body[RequestPrologue.Size..]);
        if (_handlers?.Find(request.Prologue.Method) is not { } handler)
            request.Refuse(new(IpcErrorCode.NoSuchMethod, $"There is no method {request.Prologue.Method}."));
        else if (Sender.IsCongested)
            request.Refuse(new(IpcErrorCode.Busy, "Replies wait for room; read them first."));
        else
            return handler.Handle(request);
        return FrameFault.None;
    }

    private FrameFault OnResponse(ulong id, ReadOnlySpan<byte> body)
    {
        if (Calls.Take(id) is not { } call) return Stray();
        call.OnResponse(body);
        return FrameFault.None;
    }

    private FrameFault OnError(ulong id, ReadOnlySpan<byte> body)
    {
        var error = ErrorPayload.Read(body);
        if (id == 0) Fail(error);
        else if (Calls.Take(id) is { } call) call.Fail(error);
        else return Stray();
        return FrameFault.None;
    }

    private FrameFault OnItem(ulong id, ReadOnlySpan<byte> body) =>
        IsOpenedHere(id) ? Calls.Peek(id)?.OnItem(body) ?? Stray() : Inbound.Find(id)?.OnItem(body) ?? Stray();

    private FrameFault OnCredit(ulong id, ReadOnlySpan<byte> body)
    {
        if (body.Length != sizeof(uint)) return FrameFault.Length;
        var bytes = BinaryPrimitives.ReadUInt32LittleEndian(body);
        return IsOpenedHere(id) ? Calls.Peek(id)?.OnCredit(bytes) ?? Stray() : Inbound.Find(id)?.OnCredit(bytes) ?? Stray();
    }

    private FrameFault OnPing(ulong id)
    {
        Sender.Send(new Outgoing(FrameType.Pong, id, MayExceedQueue: true), IpcCodecs.Nothing, default);
        return FrameFault.None;
    }

    // Frames of calls that were over already are no fault: a reply and its cancellation cross each other.
    private FrameFault Stray()
    {
        Counters.Strayed();
        return FrameFault.None;
    }
}
