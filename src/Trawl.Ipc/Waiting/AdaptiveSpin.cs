using System.Diagnostics;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Waiting;

/// <summary>
/// Decides how long to spin before blocking. Spinning that does not pay is given up after a few tries and tried again now
/// and then; a wait that turns out short brings it back at once.
/// </summary>
internal sealed class AdaptiveSpin(IpcWaiting waiting, TimeSpan limit)
{
    private const int FailuresToGiveUp = 3;
    private const int WaitsBetweenTrials = 16;
    private const int ChecksPerClock = 16;
    private readonly long _limit = (long)(limit.TotalSeconds * Stopwatch.Frequency);
    private readonly bool _never = waiting == IpcWaiting.Block || (waiting == IpcWaiting.Adaptive && Environment.ProcessorCount == 1);
    private readonly bool _always = waiting == IpcWaiting.Spin;
    private int _failures;
    private int _waits;
    private long _began;

    /// <summary>Spins until the consumer has a frame; false when the time for it is over.</summary>
    public bool Spin(FrameConsumer consumer)
    {
        if (_never || !IsWorthIt()) return false;
        _began = Stopwatch.GetTimestamp();
        for (var i = 1; ; i++)
        {
            if (consumer.HasMore || consumer.Poll()) return Succeeded();
            if (i < ChecksPerClock) continue;
            Thread.SpinWait(1);
            if (i % ChecksPerClock == 0 && !_always && Stopwatch.GetTimestamp() - _began > _limit) return Failed();
        }
    }

    /// <summary>To be called after blocking: a short wait would have been won by spinning.</summary>
    public void Woke()
    {
        if (_failures > 0 && Stopwatch.GetTimestamp() - _began < 2 * _limit) _failures = 0;
    }

    private bool IsWorthIt()
    {
        if (_always || _failures < FailuresToGiveUp) return true;
        if (++_waits % WaitsBetweenTrials == 0) return true;
        _began = Stopwatch.GetTimestamp();
        return false;
    }

    private bool Succeeded()
    {
        _failures = 0;
        return true;
    }

    private bool Failed()
    {
        _failures++;
        return false;
    }
}
