using System.Diagnostics;
using Trawl.Ipc.Diagnostics;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Waiting;

/// <summary>Spins on one consumer for as long as its policy allows.</summary>
internal sealed class AdaptiveSpin(IpcWaiting waiting, TimeSpan limit, IpcCounters counters)
{
    private const int ChecksBeforePausing = 64;
    private const int ChecksPerClock = 16;
    private readonly SpinPolicy _policy = new(waiting, limit);
    private long _began;

    /// <summary>Spins until the consumer has a frame; false when the time for it is over.</summary>
    public bool Spin(FrameConsumer consumer)
    {
        var budget = _policy.NextBudget();
        var won = budget > 0 && (SpinBriefly(consumer) || SpinFor(budget, consumer));
        if (budget > 0) counters.Spun(won);
        if (won) _policy.Won();
        else if (budget > 0) _policy.Lost();
        else _began = Stopwatch.GetTimestamp();
        return won;
    }

    /// <summary>To be called after blocking.</summary>
    public void Woke() => _policy.Waited(Stopwatch.GetTimestamp() - _began);

    // An answer that comes within a microsecond is not worth reading the clock for.
    private static bool SpinBriefly(FrameConsumer consumer)
    {
        for (var i = 0; i < ChecksBeforePausing; i++)
            if (consumer.Poll()) return true;
        return false;
    }

    // Yields, for the peer may want this very processor; then both stay runnable, and the system moves one elsewhere if it
    // can. To be away for longer than the budget is no win even when an answer is there at last.
    private bool SpinFor(long budget, FrameConsumer consumer)
    {
        _began = Stopwatch.GetTimestamp();
        for (var i = 1; !consumer.Poll(); i++)
        {
            Thread.SpinWait(1);
            if (i % ChecksPerClock != 0) continue;
            Thread.Yield();
            if (Stopwatch.GetTimestamp() - _began > budget) return false;
        }

        return true;
    }
}
