using System.Runtime.InteropServices;
using Trawl.Ipc.Bench.Channels;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Bench.Many;

/// <summary>
/// Bare channels that speak calls, all on this thread: looked at in turn, since a look costs a few nanoseconds. So the
/// client takes as little of the machine as it can, and the server's one thread is what is measured.
/// </summary>
internal sealed class TrawlConnections(string way, string path) : Connections
{
    private const int PrologueSize = 8;
    private readonly List<IpcChannel> _channels = [];
    private readonly byte[] _message = new byte[SocketLoop.MessageSize];

    protected override void Resize(int count)
    {
        for (; _channels.Count > count; _channels.RemoveAt(count)) _channels[count].Dispose();
        while (_channels.Count < count)
            _channels.Add(IpcChannel.Connect(TrawlChannel.EndpointAt(path), TrawlChannel.With(way, new IpcOptions { RingBytes = 1 << 16 })).Unwrap());
    }

    protected override void Send(int connection, ulong number)
    {
        var channel = _channels[connection];
        if (!channel.TryReserve(PrologueSize + _message.Length, out var room)) throw new InvalidOperationException("The ring is full.");
        MemoryMarshal.Write(room, (ulong)TrawlLoop.Echo);
        MemoryMarshal.Write(_message, number);
        _message.CopyTo(room[PrologueSize..]);
        channel.Commit(room.Length, FrameType.Request, number << 1);
        channel.Publish();
    }

    protected override void Receive(int active)
    {
        var answered = false;
        for (var i = 0; i < active; i++)
        {
            var channel = _channels[i];
            while (channel.TryRead(out var frame))
            {
                if (frame.Header.Type == FrameType.Response) Answered(i, MemoryMarshal.Read<ulong>(frame.Payload));
                else if (frame.Header.Type == FrameType.Ping) channel.TrySend([], FrameType.Pong, frame.Header.Id);
                channel.Advance();
                answered = true;
            }
        }

        // The server may want this very processor.
        if (!answered) Thread.Yield();
    }
}
