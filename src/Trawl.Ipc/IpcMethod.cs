using Trawl.Ipc.Codecs;

namespace Trawl.Ipc;

/// <summary>A method both ends know: its number on the wire, and how requests and replies (or items) are written.</summary>
/// <typeparam name="TRequest">What the caller sends: once, or item by item.</typeparam>
/// <typeparam name="TReply">What comes back: once, or item by item.</typeparam>
/// <param name="Id">Number, 1 to 65,279; higher ones belong to the library.</param>
/// <param name="Request">Codec of requests.</param>
/// <param name="Reply">Codec of replies.</param>
public sealed record IpcMethod<TRequest, TReply>(ushort Id, IIpcCodec<TRequest> Request, IIpcCodec<TReply> Reply)
{
    /// <summary>Doing it twice does no harm: only then a client repeats it after a broken connection.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>How long a call may take in all; the server is told and cancels its part. No limit unless set.</summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;
}
