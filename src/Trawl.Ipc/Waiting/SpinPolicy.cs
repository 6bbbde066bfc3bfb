using System.Diagnostics;

namespace Trawl.Ipc.Waiting;

/// <summary>
/// Whether spinning before blocking pays, learnt from how waits end. It does where the peer runs on another processor and
/// answers soon. It does not where the peer needs this very processor, nor where waits are long. Trials of spinning while it
/// is given up become rare when they fail, and come back when blocking has become dearer.
/// </summary>
internal sealed class SpinPolicy(IpcWaiting waiting, TimeSpan limit)
{
    private const int Loss = 2;
    private const int LossesToGiveUp = 3 * Loss;
    private const int WinsToReturn = 2;
    private const int SoonestTrial = 8;
    private const int RarestTrial = 1024;
    private const int Memory = 8;
    private readonly long _limit = (long)(limit.TotalSeconds * Stopwatch.Frequency);
    private readonly bool _never = waiting == IpcWaiting.Block || (waiting == IpcWaiting.Adaptive && Environment.ProcessorCount == 1);
    private readonly bool _always = waiting == IpcWaiting.Spin;
    private bool _spins = true;
    private bool _spun;
    private int _losses;
    private int _wins;
    private int _interval = SoonestTrial;
    private int _untilTrial;
    private long _blocked;
    private long _blockedAtTrial;

    /// <summary>Stopwatch ticks to spin now: 0 when it does not pay, no end when blocking is forbidden.</summary>
    public long NextBudget()
    {
        if (_always) return long.MaxValue;
        _spun = !_never && (_spins || --_untilTrial <= 0);
        return _spun ? Budget : 0;
    }

    /// <summary>To be called when spinning brought what was waited for.</summary>
    public void Won()
    {
        if (_losses > 0) _losses--;
        if (!_spins && ++_wins >= WinsToReturn) (_spins, _losses) = (true, 0);
    }

    /// <summary>To be called when the budget was spun in vain.</summary>
    public void Lost()
    {
        if (_spins)
        {
            _losses += Loss;
            if (_losses < LossesToGiveUp) return;
            _spins = false;
            _interval = SoonestTrial;
        }
        else
        {
            _interval = Math.Min(2 * _interval, RarestTrial);
        }

        (_wins, _untilTrial, _blockedAtTrial) = (0, _interval, _blocked);
    }

    /// <summary>To be called after blocking, with how long the wait was in all.</summary>
    public void Waited(long ticks)
    {
        // What blocking alone costs; and a wait that no spinning would have outlasted says nothing about it.
        if (_spun || ticks > 2 * _limit) return;
        _blocked += (ticks - _blocked) / Memory;
        if (_interval > SoonestTrial && _blocked > 2 * _blockedAtTrial) (_interval, _untilTrial) = (SoonestTrial, SoonestTrial);
    }

    // Longer than blocking costs is never worth it. As long as nothing is known the limit is.
    private long Budget => _blocked == 0 ? _limit : Math.Min(_limit, Math.Max(2 * _blocked, _limit / 4));
}
