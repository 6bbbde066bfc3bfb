using Trawl.Ipc.Dispatching;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Native;

namespace Trawl.Ipc.Connections;

/// <summary>Reading by the dispatcher's thread. While the link is in its list of the active, the dispatcher holds the pump.</summary>
internal sealed partial class Link
{
    private const int FairShare = 16;
    private volatile bool _isPeerGone;
    private bool _watchesBells;

    public override bool MaySpin => _isServer || _handlers is not null;

    public override bool OnSignal(uint events)
    {
        if ((events & Epoll.Gone) != 0) _isPeerGone = true;
        if (!IsActive && !_pump.TryEnter())
        {
            // The reader may sleep for what comes in, not knowing that something wants to go out.
            Sender.Flush();
            return false;
        }

        _consumer.StayAwake();
        Listen();
        return true;
    }

    public override Turn Run()
    {
        if (Error is null && Sender.HasQueued) Sender.Flush();
        if (Error is null && Pump(FairShare) > 0) return Turn.Busy;
        if (Error is null && _isPeerGone) Fail(PeerIsGone());
        if (Error is null) return Turn.Quiet;
        Finish();
        return Turn.Over;
    }

    public override bool TryRest()
    {
        // A client's first turn may come before any caller waited: room in a new socket is an event, too. Callers that found
        // the pump taken meanwhile count on being woken.
        WatchBells();
        Release();
        if (!MustHoldBack && !_consumer.PrepareToSleep()) return false;
        Counters.Slept();

        // A peer that takes nothing is only noticed by looking now and then.
        if (Sender.HasQueued) WantTicks();
        if (_pump.TryExit()) return true;
        _consumer.StayAwake();
        Listen();
        return false;
    }

    // An end that waits for answers itself never stops reading, else both could stop; it refuses new calls instead.
    private bool MustHoldBack => Sender.IsCongested && Calls.Count == 0;

    private int Pump(int most)
    {
        var count = 0;
        while (count < most && !MustHoldBack && _consumer.TryRead(out var header, out var payload))
        {
            count++;
            Counters.Received(payload.Length);
            var fault = OnFrame(header, payload);
            if (fault != FrameFault.None) Corrupt(fault);
            if (Error is not null) return count;
            _consumer.Advance();
            if (_consumer.OwesRelease) Release();
        }

        if (count > 0 && _consumer.IsRoomWanted) Release();
        if (_consumer.Fault != FrameFault.None) Corrupt(_consumer.Fault);
        if (Sender.IsCorrupt) Corrupt(FrameFault.Position);
        return count;
    }

    private void Listen()
    {
        Counters.Woke();
        if (!_transport.TakeIn()) _isPeerGone = true;
        Sender.Flush();
    }

    private void Release()
    {
        if (!_consumer.Release()) return;
        _transport.RingBell();
        Counters.Rang();
    }

    private static IpcError PeerIsGone() => new(IpcErrorCode.PeerGone, "The peer died or closed the connection.");
}
