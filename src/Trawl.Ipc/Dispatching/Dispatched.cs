using Trawl.Ipc.Native;

namespace Trawl.Ipc.Dispatching;

/// <summary>Something with a socket that a dispatcher looks after. All members run on the dispatcher's thread.</summary>
internal abstract class Dispatched
{
    public abstract UnixSocket Socket { get; }

    /// <summary>True while something waits for room in the socket. For pollers that are told each time what to look for.</summary>
    public virtual bool WantsRoom => false;

    /// <summary>The dispatcher's own notes.</summary>
    public ulong Ticket { get; set; }

    /// <summary>True while it stands in the list of the active.</summary>
    public bool IsActive { get; set; }

    /// <summary>When it last did something, or was last put to rest.</summary>
    public long QuietSince { get; set; }

    /// <summary>True when it is worth polling for a while after it has run dry.</summary>
    public virtual bool MaySpin => false;

    /// <summary>The socket has something to say; true to be given turns.</summary>
    public abstract bool OnSignal(uint events);

    /// <summary>Does a fair share of what there is to do.</summary>
    public abstract Turn Run();

    /// <summary>Asks to be signalled from now on; false when there is something to do already.</summary>
    public virtual bool TryRest() => true;

    /// <summary>It was polled for a while, with or without success.</summary>
    public virtual void Spun(bool won)
    {
    }

    /// <summary>Something of it threw: a bug. The dispatcher goes on with the others.</summary>
    public abstract void OnFailed(Exception exception);

    /// <summary>The dispatcher ends; nothing of this will run again.</summary>
    public abstract void OnStopped();

    /// <summary>Called every few milliseconds as long as it answers true.</summary>
    public virtual bool Tick(long now) => false;
}
