using System.Runtime.CompilerServices;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Diagnostics;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Handshakes;
using Trawl.Ipc.Native;
using Trawl.Ipc.Transports;
using Trawl.Ipc.Waiting;

namespace Trawl.Ipc;

/// <summary>
/// The bare connection: frames written in place and read in place, nothing else. At most one thread writes and one reads;
/// <see cref="Close"/> may come from any. Calls, streams and pools are built on it (<c>IpcClient</c>, <c>IpcServer</c>).
/// </summary>
public sealed partial class IpcChannel : IDisposable
{
    private readonly Transport _transport;
    private readonly FrameProducer _producer;
    private readonly FrameConsumer _consumer;
    private readonly AdaptiveSpin _spin;
    private volatile bool _isClosed;

    internal IpcChannel(Transport transport, Agreement agreement, IpcOptions options, int peerProcess, bool isServer)
    {
        (_transport, _producer, _consumer) = (transport, transport.Producer, transport.Consumer);
        (_label, _isServer) = (options.Label, isServer);
        _spin = new(options.Waiting, options.SpinLimit, Counters);
        if ((agreement.Features & Features.HeaderChecksum) != 0)
            (_producer.ChecksHeaderOfLarge, _consumer.AllowedFlags) = (true, FrameFlags.Whole | FrameFlags.HeaderChecksum);
        (Session, PeerProcess) = (agreement.Session, peerProcess);
        if (!options.IsUnobserved) LiveConnections.Add(this);
    }

    /// <summary>The connection's id; both ends know it.</summary>
    public Guid Session { get; }

    /// <summary>The peer's process id as the kernel says.</summary>
    public int PeerProcess { get; }

    /// <summary>Shared memory or socket.</summary>
    public IpcTransport Transport => _transport.Kind;

    /// <summary>The largest payload of one frame.</summary>
    public int MaxPayload => _producer.MaxPayload;

    /// <summary>True after <see cref="Close"/>, the peer's death or a fault of the peer.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>What the peer did wrong, if it did.</summary>
    public FrameFault Fault => _producer.IsCorrupt ? FrameFault.Position : _consumer.Fault;

    /// <summary>Connects and greets; blocks for at most <see cref="IpcOptions.HandshakeTimeout"/>.</summary>
    public static IpcResult<IpcChannel> Connect(IpcEndpoint endpoint, IpcOptions? options = null)
    {
        options = Bare((options ?? new()).Checked());
        if (!ClientSocket.Connect(endpoint, options.HandshakeTimeout).TryGet(out var socket, out var error)) return error;
        var handshake = new ClientHandshake(socket, options);
        if (handshake.Run().TryGet(out var transport, out error))
            return new IpcChannel(transport, handshake.Agreement!, options, socket.Peer.Process, isServer: false);
        socket.Dispose();
        return error;
    }

    /// <summary>Room to write a payload of at most <paramref name="maxBytes"/> into; false when there is none now.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MaxPayload"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReserve(int maxBytes, out Span<byte> payload) => _producer.TryReserve(maxBytes, out payload);

    /// <summary>Makes what was reserved a frame of <paramref name="length"/> bytes. The peer sees it after <see cref="Publish"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Commit(int length, FrameType type = FrameType.Message, ulong id = 0)
    {
        Counters.Sent(length);
        _producer.Commit(new FrameHeader(type, FrameFlags.Whole | _producer.ChecksumOf(length), id, length));
    }

    /// <summary>Shows all committed frames to the peer and wakes it if it sleeps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Publish()
    {
        if (_producer.Publish()) Ring();
    }

    /// <summary>Writes, commits and publishes a copy; false when there is no room now.</summary>
    public bool TrySend(ReadOnlySpan<byte> message, FrameType type = FrameType.Message, ulong id = 0)
    {
        if (!TryReserve(message.Length, out var payload)) return false;
        message.CopyTo(payload);
        Commit(message.Length, type, id);
        Publish();
        return true;
    }

    /// <summary>The next frame, if one is there. Call <see cref="Advance"/> when done with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(out IpcFrame frame)
    {
        var isThere = _consumer.TryRead(out var header, out var payload);
        if (isThere) Counters.Received(payload.Length);
        frame = new(header, payload);
        return isThere;
    }

    /// <summary>Gives the frame back; its payload must not be looked at any more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance()
    {
        _consumer.Advance();
        if (_consumer.OwesRelease) Release();
    }

    /// <summary>Waits for a frame: spins while that pays, then sleeps until the peer rings or is gone.</summary>
    public IpcWait WaitToRead(TimeSpan timeout)
    {
        if (_consumer.Fault != FrameFault.None) return CloseFor();
        if (_consumer.HasMore || _consumer.Poll()) return IpcWait.Ready;
        Release();
        if (_spin.Spin(_consumer)) return IpcWait.Ready;
        var result = SleepToRead(timeout);
        _spin.Woke();
        return result;
    }

    /// <summary>Waits for room for a payload.</summary>
    public IpcWait WaitToWrite(int payload, TimeSpan timeout)
    {
        Publish();
        for (var round = _transport.Round; !_isClosed && _producer.PrepareToSleep(payload); round = _transport.Round)
            if (SleepToWrite(round, timeout) == BellOutcome.TimedOut) return IpcWait.TimedOut;
        if (_producer.IsCorrupt) Close();
        return _isClosed ? IpcWait.Closed : IpcWait.Ready;
    }

    /// <summary>
    /// Waits until all that was published is where the peer can see it. On shared memory it always is; a socket may be full.
    /// </summary>
    public IpcWait Flush(TimeSpan timeout)
    {
        Publish();
        while (!_isClosed && _transport.HasUnsent)
            if (SleepToWrite(_transport.Round, timeout) == BellOutcome.TimedOut) return IpcWait.TimedOut;
        return _isClosed ? IpcWait.Closed : IpcWait.Ready;
    }

    /// <summary>Ends the connection for both ends. What the peer had published can still be read.</summary>
    public void Close()
    {
        _isClosed = true;
        _transport.Socket.Shutdown();
    }

    /// <summary>Closes and gives the memory back. Nothing may be reading or writing any more.</summary>
    public void Dispose()
    {
        if (!_isClosed) Close();
        LiveConnections.Remove(this);
        _transport.Dispose();
    }

    /// <summary>What is in a message is its user's: bare channels do not compress.</summary>
    internal static T Bare<T>(T options)
        where T : IpcOptions => options.Compression == IpcCompression.None ? options : options with { Compression = IpcCompression.None };

    private void Release()
    {
        if (_consumer.Release()) Ring();
    }

    private void Ring()
    {
        _transport.RingBell();
        Counters.Rang();
    }

    private IpcWait SleepToRead(TimeSpan timeout)
    {
        for (var round = _transport.Round; !_isClosed && _consumer.Fault == FrameFault.None && _consumer.PrepareToSleep(); round = _transport.Round)
        {
            Counters.Slept();
            var outcome = _transport.WaitToRead(round, Milliseconds(timeout));
            _consumer.StayAwake();
            if (outcome != BellOutcome.TimedOut) Counters.Woke();
            if (outcome == BellOutcome.TimedOut) return _consumer.Poll() ? IpcWait.Ready : IpcWait.TimedOut;
            if (outcome == BellOutcome.Gone && !_consumer.Poll()) Close();
        }

        if (_consumer.Fault != FrameFault.None) return CloseFor();
        return _consumer.Poll() || !_isClosed ? IpcWait.Ready : IpcWait.Closed;
    }

    private BellOutcome SleepToWrite(int round, TimeSpan timeout)
    {
        var outcome = _transport.WaitToWrite(round, Milliseconds(timeout));
        _producer.StayAwake();
        if (outcome == BellOutcome.Gone) Close();
        return outcome;
    }

    private IpcWait CloseFor()
    {
        if (!_isClosed) Counters.Corrupted();
        Close();
        return IpcWait.Closed;
    }

    private static int Milliseconds(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan ? -1 : (int)Math.Clamp(timeout.TotalMilliseconds, 0, int.MaxValue);
}
