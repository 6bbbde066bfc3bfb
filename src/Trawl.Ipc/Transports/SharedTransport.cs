using Trawl.Ipc.Native;
using Trawl.Ipc.Rings;
using Trawl.Ipc.Segments;
using Trawl.Ipc.Waiting;

namespace Trawl.Ipc.Transports;

/// <summary>Frames through two rings in shared memory; the socket carries single bytes as bells.</summary>
internal sealed class SharedTransport : Transport
{
    private readonly Segment _segment;
    private readonly SharedBell _bell;

    private SharedTransport(UnixSocket socket, Segment segment, RingMemory write, RingMemory read, IpcTrust trust)
        : base(socket, new RingProducer(write), new RingConsumer(read, trust == IpcTrust.CopyBeforeRead))
    {
        _segment = segment;
        _bell = new(socket);
    }

    public override IpcTransport Kind => IpcTransport.SharedMemory;

    public override long SharedBytes => _segment.Bytes;

    /// <summary>All of the shared memory: what a hostile peer can reach.</summary>
    public Span<byte> Memory => _segment.Memory;

    public override bool HasUnsent => false;

    public override int Round => _bell.Round;

    public static SharedTransport ForServer(UnixSocket socket, Segment segment, IpcTrust trust) =>
        new(socket, segment, segment.ToClient, segment.ToServer, trust);

    public static SharedTransport ForClient(UnixSocket socket, Segment segment, IpcTrust trust) =>
        new(socket, segment, segment.ToServer, segment.ToClient, trust);

    public override void RingBell() => Socket.Send([1], out _);

    public override bool TakeIn() => SharedBell.TakeIn(Socket);

    public override BellOutcome WaitToRead(int round, int milliseconds) => _bell.Wait(round, milliseconds);

    public override BellOutcome WaitToWrite(int round, int milliseconds) => _bell.Wait(round, milliseconds);

    public override void Dispose()
    {
        base.Dispose();
        _segment.Dispose();
    }
}
