namespace Trawl.Ipc.Connections;

/// <summary>
/// Giving the pump back. Where somebody still waits, the peer is asked to ring and the dispatcher serves from then on.
/// Where nobody waits the link only lingers: a caller often calls again at once, and asking for bells and taking that back
/// each time would cost more than the call. The dispatcher's tick asks when the caller has stopped.
/// </summary>
internal sealed partial class Link
{
    private bool _isArmed;
    private volatile bool _isTicking;
    private volatile bool _isLingering;
    private long _framesAtTick;

    public override bool Tick(long now)
    {
        _isTicking = false;
        if (Error is not null) return false;
        if (Sender.IsStuck(_options.SlowPeerTimeout))
            Fail(new(IpcErrorCode.TooSlow, $"The peer took nothing for {_options.SlowPeerTimeout.TotalSeconds:0.#} s."));
        var call = Calls.Overdue(now, out var hasDeadlines);
        for (; call is not null; call = Calls.Overdue(now, out hasDeadlines)) TimeOut(call);
        if (hasDeadlines | Sender.HasQueued | Lingers()) _isTicking = true;
        return _isTicking;
    }

    /// <summary>Has the dispatcher look after deadlines, slow peers and lingering for as long as there are any.</summary>
    public void WantTicks()
    {
        if (_isTicking) return;
        _isTicking = true;
        _dispatcher.RequestTicks(this);
    }

    /// <summary>Has the dispatcher read from now on. Whoever holds the pump sees the mark and does the same.</summary>
    public void Serve()
    {
        if (_pump.TryEnter()) Leave(mayLinger: false);
    }

    /// <summary>Waits for something that only reading can bring, while the dispatcher reads.</summary>
    public async Task WhileServing(Task task, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            Serve();
            await task.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private void Disarm()
    {
        if (_isArmed) _consumer.StayAwake();
        _isArmed = false;
    }

    private void Leave(bool mayLinger = true)
    {
        for (var shares = 0; Error is null; shares++)
        {
            var lingers = mayLinger && _handlers is null && Volatile.Read(ref _waiting) == 0 && !Sender.HasQueued;
            if (lingers) _isLingering = true;
            if ((lingers || TryArm()) && _pump.TryExit())
            {
                if (lingers || Sender.HasQueued) WantTicks();
                return;
            }

            Disarm();

            // Bells that nobody takes in would fill the socket in the end, and then none could ring.
            Listen();
            if (Pump(FairShare) == 0 && _isPeerGone) Fail(PeerIsGone());
            if (shares != SharesBeforeHandingOver) continue;
            HandOver();
            return;
        }

        Finish();
    }

    private bool TryArm()
    {
        WatchBells();
        Release();
        _isArmed = MustHoldBack || _consumer.PrepareToSleep();
        return _isArmed;
    }

    private void WatchBells()
    {
        if (_watchesBells) return;
        _watchesBells = true;
        _dispatcher.Rewatch(this, WatchedEvents);
    }

    // So much comes for others that this caller would never get away.
    private void HandOver()
    {
        while (!_pump.TryExit())
        {
        }

        _dispatcher.Activate(this);
    }

    // False when the caller has stopped and bells were asked for.
    private bool Lingers()
    {
        if (!_isLingering) return false;
        var frames = Counters.MessagesReceived;
        var isQuiet = frames == _framesAtTick;
        _framesAtTick = frames;
        if (!isQuiet || !_pump.TryEnter()) return true;
        _isLingering = false;
        Leave(mayLinger: false);
        return false;
    }
}
