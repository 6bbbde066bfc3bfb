using Trawl.Ipc.Codecs;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Handshakes;

namespace Trawl.Ipc.Calls;

/// <summary>The ways a call is ended by the end that serves it.</summary>
internal static class Replies
{
    public static void Fail(Link link, ulong id, IpcError error) =>
        link.Sender.Send(new Outgoing(FrameType.Error, id, MayExceedQueue: true), ErrorCodec.Instance, error);

    /// <summary>Replies at once; a full queue is exceeded by this one reply, since requests are not read before it drains.</summary>
    public static void Send<T>(Link link, ulong id, IIpcCodec<T> codec, T value)
    {
        var status = link.Sender.Send(new Outgoing(FrameType.Response, id, MayExceedQueue: true), codec, value);
        if (status == SendStatus.TooLarge) Fail(link, id, TooLarge());
    }

    /// <summary>Replies when there is room in the queue.</summary>
    public static async ValueTask SendAsync<T>(Link link, ulong id, IIpcCodec<T> codec, T value)
    {
        SendStatus status;
        while ((status = link.Sender.Send(new Outgoing(FrameType.Response, id), codec, value)) == SendStatus.Full)
            await link.Sender.WhenRoom().ConfigureAwait(false);
        if (status == SendStatus.TooLarge) Fail(link, id, TooLarge());
    }

    public static IpcError Of(Exception exception, Link link)
    {
        if (exception is IpcException failure) return failure.Error;
        link.Options.OnHandlerException?.Invoke(exception);
        return new(IpcErrorCode.HandlerFailed, $"The handler failed with {exception.GetType().Name}.");
    }

    private static IpcError TooLarge() => new(IpcErrorCode.TooLarge, "The reply is larger than what was agreed.");
}
