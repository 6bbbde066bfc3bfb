using Trawl.Ipc.Native;
using Trawl.Ipc.Waiting;

namespace Trawl.Ipc.Transports;

/// <summary>The same frames as bytes of the socket: for peers and machines without shared memory.</summary>
internal sealed class SocketTransport : Transport
{
    private readonly SocketProducer _producer;
    private readonly SocketConsumer _consumer;

    public SocketTransport(UnixSocket socket, int frameBytes)
        : this(socket, new SocketProducer(socket, frameBytes), new SocketConsumer(socket, frameBytes))
    {
    }

    private SocketTransport(UnixSocket socket, SocketProducer producer, SocketConsumer consumer)
        : base(socket, producer, consumer) => (_producer, _consumer) = (producer, consumer);

    public override IpcTransport Kind => IpcTransport.Socket;

    public override long SharedBytes => 0;

    public override bool HasUnsent => _producer.HasUnsent;

    public override int Round => 0;

    public override void RingBell()
    {
    }

    public override bool TakeIn() => _consumer.Fill();

    public override BellOutcome WaitToRead(int round, int milliseconds)
    {
        var events = HasUnsent ? PollEvents.InOrOut : PollEvents.In;
        if (!Socket.Wait(events, milliseconds)) return BellOutcome.TimedOut;
        return _producer.Flush() & _consumer.Fill() ? BellOutcome.Rang : BellOutcome.Gone;
    }

    public override BellOutcome WaitToWrite(int round, int milliseconds)
    {
        if (!Socket.Wait(PollEvents.Out, milliseconds)) return BellOutcome.TimedOut;
        return _producer.Flush() ? BellOutcome.Rang : BellOutcome.Gone;
    }

    public override void Dispose()
    {
        _producer.Dispose();
        base.Dispose();
    }
}
