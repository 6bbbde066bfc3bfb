using Trawl.Ipc.Codecs;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Handshakes;

namespace Trawl.Ipc.Calls;

/// <summary>A request where it lies, before anybody has looked at its body.</summary>
internal readonly ref struct InboundRequest(Link link, ulong id, RequestPrologue prologue, bool isOneWay, ReadOnlySpan<byte> body)
{
    public Link Link { get; } = link;

    public ulong Id { get; } = id;

    public RequestPrologue Prologue { get; } = prologue;

    public bool IsOneWay { get; } = isOneWay;

    public ReadOnlySpan<byte> Body { get; } = body;

    public void Refuse(IpcError error)
    {
        if (!IsOneWay) Replies.Fail(Link, Id, error);
    }
}
