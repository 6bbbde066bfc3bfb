using System.Runtime.InteropServices;
using Trawl.Ipc.Bench.Work;

namespace Trawl.Ipc.Bench.Channels;

/// <summary>The other side of every channel: echoes, counts, and does the work, until the peer goes.</summary>
internal sealed class ChannelServer(Channel channel, WorkServer work)
{
    private long _counted;

    internal void Run()
    {
        while (channel.Receive(out var frame))
        {
            Answer(frame);
            if (!channel.HasMore) channel.Flush();
        }
    }

    private void Answer(Frame frame)
    {
        switch (frame.Kind)
        {
            case Kind.Echo:
                frame.Body.CopyTo(channel.Reserve(frame.Body.Length));
                channel.Commit(frame.Body.Length, Kind.Echo, frame.Id);
                break;
            case Kind.Count:
                // A message that is out of turn is not counted, and the totals then differ.
                if (MemoryMarshal.Read<long>(frame.Body) == _counted + 1) _counted++;
                break;
            case Kind.Total:
                MemoryMarshal.Write(channel.Reserve(8), _counted);
                channel.Commit(8, Kind.Total, 0);
                _counted = 0;
                break;
            default:
                work.Answer(frame);
                break;
        }
    }
}
