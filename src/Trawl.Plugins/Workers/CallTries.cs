namespace Trawl.Plugins.Workers;

/// <summary>
/// How often a call has cost a worker, and when that is often enough. A call ends by name after two losses that are its own,
/// or after many that may be somebody else's; losses before a worker was given the call are not its business at all.
/// </summary>
internal sealed class CallTries(SupervisionLimits limits)
{
    private int _own;
    private int _outside;

    /// <summary>Workers that were lost with the call.</summary>
    public int Lost => _own + _outside;

    public bool AreOver => _own >= limits.Tries || _outside >= limits.OutsideTries;

    public void Add(WorkerBlame blame)
    {
        if (blame == WorkerBlame.Call) _own++;
        else if (blame == WorkerBlame.Outside) _outside++;
    }
}
