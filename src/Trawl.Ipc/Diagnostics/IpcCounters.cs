namespace Trawl.Ipc.Diagnostics;

/// <summary>What a connection has done so far. Written by the threads that do it, read by anybody: a moment's picture.</summary>
public sealed class IpcCounters
{
    private CounterLines _lines;

    internal IpcCounters()
    {
    }

    /// <summary>Frames written, padding not counted.</summary>
    public long MessagesSent => Volatile.Read(ref _lines.MessagesSent);

    /// <summary>Bytes of payload written.</summary>
    public long BytesSent => Volatile.Read(ref _lines.BytesSent);

    /// <summary>Frames read.</summary>
    public long MessagesReceived => Volatile.Read(ref _lines.MessagesReceived);

    /// <summary>Bytes of payload read.</summary>
    public long BytesReceived => Volatile.Read(ref _lines.BytesReceived);

    /// <summary>Times the peer slept and was woken.</summary>
    public long BellsRung => Volatile.Read(ref _lines.BellsRung);

    /// <summary>Times this end spun for the peer before it would sleep.</summary>
    public long Spins => Volatile.Read(ref _lines.Spins);

    /// <summary>Spins that brought what was waited for.</summary>
    public long SpinsWon => Volatile.Read(ref _lines.SpinsWon);

    /// <summary>Times this end went to sleep on the connection.</summary>
    public long Sleeps => Volatile.Read(ref _lines.Sleeps);

    /// <summary>Times the socket woke this end.</summary>
    public long WakeUps => Volatile.Read(ref _lines.WakeUps);

    /// <summary>Frames or positions that the format forbids: 0, or 1 since the first closes the connection.</summary>
    public long Corruptions => Volatile.Read(ref _lines.Corruptions);

    /// <summary>Frames for calls that were over already, as after a cancellation.</summary>
    public long Strays => Volatile.Read(ref _lines.Strays);

    /// <summary>How long this end's calls took, from sending to the reply; one in <see cref="IpcHistogram.SampleEvery"/>.</summary>
    public IpcHistogram CallTime { get; } = new(IpcInstruments.CallTook);

    /// <summary>How long calls of the peer took here, from reading the request to the end of its handler: all that were
    /// served on the thread pool, one in <see cref="IpcHistogram.SampleEvery"/> of those served inline.</summary>
    public IpcHistogram ServiceTime { get; } = new(IpcInstruments.ServiceTook);

    /// <summary>All numbers at once.</summary>
    public IpcTotals Totals => new()
    {
        MessagesSent = MessagesSent, BytesSent = BytesSent, MessagesReceived = MessagesReceived, BytesReceived = BytesReceived,
        BellsRung = BellsRung, Spins = Spins, SpinsWon = SpinsWon, Sleeps = Sleeps, WakeUps = WakeUps, Corruptions = Corruptions, Strays = Strays,
    };

    // Each group has one writer at a time (the send lock, the pump), so plain additions are enough.
    internal void Sent(int bytes)
    {
        _lines.MessagesSent++;
        _lines.BytesSent += bytes;
    }

    internal void Received(int bytes)
    {
        _lines.MessagesReceived++;
        _lines.BytesReceived += bytes;
    }

    internal void Rang() => Interlocked.Increment(ref _lines.BellsRung);

    internal void Spun(bool won)
    {
        _lines.Spins++;
        if (won) _lines.SpinsWon++;
    }

    internal void Slept() => _lines.Sleeps++;

    internal void Woke() => _lines.WakeUps++;

    internal void Corrupted() => Interlocked.Increment(ref _lines.Corruptions);

    internal void Strayed() => _lines.Strays++;
}
