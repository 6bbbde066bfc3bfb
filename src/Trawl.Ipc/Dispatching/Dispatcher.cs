using System.Collections.Concurrent;
using System.Diagnostics;
using Trawl.Ipc.Native;
using Trawl.Ipc.Waiting;

namespace Trawl.Ipc.Dispatching;

/// <summary>
/// One thread that looks after thousands of sockets: those with something to do get turns from the list of the active, all
/// others sleep in one epoll. While nothing is active the thread blocks and costs nothing.
/// </summary>
internal sealed class Dispatcher : IDisposable
{
    private const int TickMilliseconds = 10;
    private const int QuietRoundsBeforePausing = 64;
    private const int QuietRoundsToAYield = 16;
    private static readonly long s_lookAround = Stopwatch.Frequency / 50_000; // 20 µs
    private readonly Poller _poller = Poller.Create();
    private readonly ConcurrentDictionary<ulong, Dispatched> _members = new();
    private readonly ConcurrentQueue<Dispatched> _activated = new();
    private readonly List<Dispatched> _active = [];
    private readonly TickList _ticks = new();
    private readonly SpinPolicy _policy;
    private readonly Action<uint, ulong> _onEvent;
    private readonly Thread _thread;
    private ulong _lastTicket;
    private long _now;
    private long _lookedAt;
    private long _budget;
    private int _quietRounds;
    private volatile bool _isStopping;

    public Dispatcher(string name, IpcOptions options)
    {
        _policy = new(options.Waiting, options.SpinLimit);
        _onEvent = OnEvent;
        _poller.WantsRoom = ticket => _members.TryGetValue(ticket, out var member) && member.WantsRoom;
        _thread = new Thread(Loop) { IsBackground = true, Name = name };
        _thread.Start();
    }

    public bool IsCurrent => Thread.CurrentThread == _thread;

    public int Count => _members.Count;

    public void Add(Dispatched member, uint events)
    {
        member.Ticket = Interlocked.Increment(ref _lastTicket);
        _members[member.Ticket] = member;
        _poller.Watch(member.Socket, events, member.Ticket);
    }

    public void Rewatch(Dispatched member, uint events) => _poller.Rewatch(member.Socket, events, member.Ticket);

    /// <summary>To be called before the member's socket is closed.</summary>
    public void Remove(Dispatched member)
    {
        if (_members.TryRemove(member.Ticket, out _)) _poller.Forget(member.Socket, member.Ticket);
    }

    /// <summary>Gives a member turns as if its socket had spoken.</summary>
    public void Activate(Dispatched member)
    {
        _activated.Enqueue(member);
        _poller.Signal();
    }

    /// <summary>Has <see cref="Dispatched.Tick"/> called every few milliseconds until it answers false.</summary>
    public void RequestTicks(Dispatched member)
    {
        if (_ticks.Add(member) && !IsCurrent) _poller.Signal();
    }

    public void Dispose()
    {
        _isStopping = true;
        _poller.Signal();
        if (!IsCurrent) _thread.Join();
        _poller.Dispose();
    }

    private void Loop()
    {
        while (!_isStopping)
        {
            RunActive();
            LookAround();
            while (_activated.TryDequeue(out var member)) Enlist(member, 0);
            _ticks.Run(_now, TickMilliseconds);
        }

        foreach (var member in _members.Values) member.OnStopped();
    }

    private void RunActive()
    {
        _now = Stopwatch.GetTimestamp();
        var isBusy = false;
        for (var i = _active.Count - 1; i >= 0; i--)
        {
            var member = _active[i];
            var turn = RunOne(member);
            if (turn == Turn.Busy) isBusy |= Progressed(member);
            else if (turn == Turn.Over || TryRest(member)) Delist(i);
        }

        _quietRounds = isBusy ? 0 : _quietRounds + 1;
        if (_quietRounds > QuietRoundsBeforePausing) Pause();
    }

    // A peer may want this very processor to have its next message ready.
    private void Pause()
    {
        if (_quietRounds % QuietRoundsToAYield == 0) Thread.Yield();
        else Thread.SpinWait(1);
    }

    private static Turn RunOne(Dispatched member)
    {
        try
        {
            return member.Run();
        }
        catch (Exception e)
        {
            member.OnFailed(e);
            return Turn.Busy;
        }
    }

    private bool Progressed(Dispatched member)
    {
        if (_quietRounds > 0)
        {
            Judge(_now - member.QuietSince);
            if (_budget > 0) member.Spun(won: true);
        }

        member.QuietSince = _now;
        return true;
    }

    // Something came after all; but if yielding took longer than spinning may, blocking would have been better.
    private void Judge(long waited)
    {
        if (waited <= _budget) _policy.Won();
        else if (_budget > 0) _policy.Lost();
    }

    private bool TryRest(Dispatched member)
    {
        var isSpinning = member.MaySpin && _budget > 0;
        if (isSpinning && _now - member.QuietSince < _budget) return false;
        if (!member.TryRest()) return false;
        if (isSpinning)
        {
            _policy.Lost();
            member.Spun(won: false);
        }

        member.QuietSince = _now;
        return true;
    }

    private void Delist(int i)
    {
        _active[i].IsActive = false;
        _active[i] = _active[^1];
        _active.RemoveAt(_active.Count - 1);
    }

    // With something active the sockets are looked at every now and then; with nothing, until one of them speaks.
    private void LookAround()
    {
        if (_active.Count > 0 && _now - _lookedAt < s_lookAround) return;
        _lookedAt = _now;
        var timeout = _active.Count > 0 ? 0 : _ticks.IsEmpty ? -1 : TickMilliseconds;
        if (_poller.Wait(timeout, _onEvent) > 0 && timeout != 0) _now = Stopwatch.GetTimestamp();
    }

    private void OnEvent(uint events, ulong ticket)
    {
        if (_members.TryGetValue(ticket, out var member)) Enlist(member, events);
    }

    private void Enlist(Dispatched member, uint events)
    {
        if (!member.OnSignal(events) || member.IsActive) return;
        var now = Stopwatch.GetTimestamp();
        if (member.MaySpin) _policy.Waited(now - member.QuietSince);
        _budget = _policy.NextBudget();
        member.QuietSince = now;
        member.IsActive = true;
        _active.Add(member);
    }
}
