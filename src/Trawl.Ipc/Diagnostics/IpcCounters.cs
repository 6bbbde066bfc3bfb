namespace Trawl.Ipc.Diagnostics;

/// <summary>What a connection has done so far. Written by the threads that do it, read by anybody: a moment's picture.</summary>
public sealed class IpcCounters
{
    private long _messagesSent;
    private long _bytesSent;
    private long _messagesReceived;
    private long _bytesReceived;
    private long _bellsRung;
    private long _sleeps;
    private long _wakeUps;
    private long _corruptions;
    private long _strays;

    /// <summary>Frames written, padding not counted.</summary>
    public long MessagesSent => Volatile.Read(ref _messagesSent);

    /// <summary>Bytes of payload written.</summary>
    public long BytesSent => Volatile.Read(ref _bytesSent);

    /// <summary>Frames read.</summary>
    public long MessagesReceived => Volatile.Read(ref _messagesReceived);

    /// <summary>Bytes of payload read.</summary>
    public long BytesReceived => Volatile.Read(ref _bytesReceived);

    /// <summary>Times the peer slept and was woken.</summary>
    public long BellsRung => Volatile.Read(ref _bellsRung);

    /// <summary>Times this end went to sleep on the connection.</summary>
    public long Sleeps => Volatile.Read(ref _sleeps);

    /// <summary>Times the socket woke this end.</summary>
    public long WakeUps => Volatile.Read(ref _wakeUps);

    /// <summary>Frames or positions that the format forbids: 0, or 1 since the first closes the connection.</summary>
    public long Corruptions => Volatile.Read(ref _corruptions);

    /// <summary>Frames for calls that were over already, as after a cancellation.</summary>
    public long Strays => Volatile.Read(ref _strays);

    // Each group has one writer at a time (the send lock, the pump), so plain additions are enough.
    internal void Sent(int bytes)
    {
        _messagesSent++;
        _bytesSent += bytes;
    }

    internal void Received(int bytes)
    {
        _messagesReceived++;
        _bytesReceived += bytes;
    }

    internal void Rang() => Interlocked.Increment(ref _bellsRung);

    internal void Slept() => _sleeps++;

    internal void Woke() => _wakeUps++;

    internal void Corrupted() => Interlocked.Increment(ref _corruptions);

    internal void Strayed() => _strays++;
}
