using Trawl.Ipc.Native;

namespace Trawl.Ipc.Waiting;

/// <summary>
/// One bell for a reading and a writing thread of one process. One of them polls the socket, the other waits for its round
/// to end: a bell that the one takes in is never lost for the other.
/// </summary>
internal sealed class SharedBell(UnixSocket socket)
{
    private const int BellsPerRound = 256;
    private readonly object _gate = new();
    private int _round;
    private bool _polling;
    private bool _gone;

    /// <summary>To be read before the sleeping flag is set, and given to <see cref="Wait"/>.</summary>
    public int Round => Volatile.Read(ref _round);

    public BellOutcome Wait(int round, int milliseconds)
    {
        lock (_gate)
        {
            if (_round != round) return BellOutcome.Rang;
            if (_polling) return !Monitor.Wait(_gate, milliseconds) ? BellOutcome.TimedOut : _gone ? BellOutcome.Gone : BellOutcome.Rang;
            _polling = true;
        }

        var outcome = BellOutcome.TimedOut;
        try
        {
            if (socket.WaitReadable(milliseconds)) outcome = TakeIn(socket) ? BellOutcome.Rang : BellOutcome.Gone;
        }
        finally
        {
            EndRound(outcome);
        }

        return outcome;
    }

    /// <summary>Takes in the bells that rang; false when the peer is gone. A flood of them gets no more attention than one.</summary>
    public static bool TakeIn(UnixSocket socket)
    {
        Span<byte> bells = stackalloc byte[BellsPerRound];
        return socket.Receive(bells, out _) != SocketOutcome.Gone;
    }

    private void EndRound(BellOutcome outcome)
    {
        lock (_gate)
        {
            _polling = false;
            _gone |= outcome == BellOutcome.Gone;
            _round++;
            Monitor.PulseAll(_gate);
        }
    }
}
