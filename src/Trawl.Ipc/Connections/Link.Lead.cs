using System.Diagnostics;
using Trawl.Ipc.Calls;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Waiting;

namespace Trawl.Ipc.Connections;

/// <summary>
/// Reading by callers. Who waits for a reply reads for everybody meanwhile, so that a reply that comes soon needs no other
/// thread at all. Who leaves sees to it that those who still wait are served.
/// </summary>
internal sealed partial class Link
{
    private const int LongestBlock = 1000;
    private const int SharesBeforeHandingOver = 64;
    private int _waiting;

    /// <summary>Blocks until the call is complete.</summary>
    public void Wait(PendingCall call)
    {
        while (!call.IsCompleted)
        {
            if (call.Deadline <= Stopwatch.GetTimestamp()) TimeOut(call);
            else if (_pump.TryEnter()) LeadUntil(call, mayBlock: true);
            else Follow(call);
        }
    }

    /// <summary>Spins for what the call waits for if that pays. If it does not come, the dispatcher will bring it.</summary>
    public void WaitBriefly(PendingCall call)
    {
        if (_pump.TryEnter()) LeadUntil(call, mayBlock: false);
        else WaitPassively(call);
        if (call.Deadline != long.MaxValue && !call.IsCompleted) WantTicks();
    }

    public void EndPassive(PendingCall call)
    {
        if (call.TryUnmarkWaiting()) Interlocked.Decrement(ref _waiting);
    }

    /// <summary>Ends an open call from this side; the peer is told.</summary>
    public void Abandon(PendingCall call, IpcError error)
    {
        if (Calls.Take(call.Id) is not { } taken) return;
        Sender.Send(new Outgoing(FrameType.Cancel, taken.Id, MayExceedQueue: true), IpcCodecs.Nothing, default);
        taken.Fail(error);
    }

    private void TimeOut(PendingCall call) => Abandon(call, new(IpcErrorCode.TimedOut, "No reply within the method's time."));

    private void Follow(PendingCall call)
    {
        WaitPassively(call);
        call.WaitBlocking(Remaining(call));
    }

    // Counted before the second look at the pump: its holder either sees the count or the mark, and does not just linger.
    private void WaitPassively(PendingCall call)
    {
        BeginPassive(call);
        if (_pump.TryEnter()) Leave();
    }

    private void BeginPassive(PendingCall call)
    {
        if (call.TryMarkWaiting()) Interlocked.Increment(ref _waiting);
        if (call.IsReady) EndPassive(call);
    }

    private void LeadUntil(PendingCall call, bool mayBlock)
    {
        Disarm();
        while (!call.IsReady && Error is null)
        {
            if (Pump(FairShare) > 0) continue;
            if (_isPeerGone) Fail(PeerIsGone());
            else if (!_spin.Spin(_consumer) && (!mayBlock || !Block(call))) break;
        }

        if (!call.IsReady && !mayBlock) BeginPassive(call);
        Leave();
    }

    // False when the call's time is over.
    private bool Block(PendingCall call)
    {
        Release();
        var round = _transport.Round;
        if (!_consumer.PrepareToSleep()) return true;
        Counters.Slept();
        var outcome = _transport.WaitToRead(round, Remaining(call));
        _consumer.StayAwake();
        Counters.Woke();
        if (outcome == BellOutcome.Gone) _isPeerGone = true;
        if (outcome != BellOutcome.TimedOut) Sender.Flush();
        _spin.Woke();
        return call.Deadline > Stopwatch.GetTimestamp();
    }

    private int Remaining(PendingCall call)
    {
        if (call.Deadline == long.MaxValue) return LongestBlock;
        var ticks = call.Deadline - Stopwatch.GetTimestamp();
        return (int)Math.Clamp((ticks * 1000 / Stopwatch.Frequency) + 1, 0, LongestBlock);
    }
}
