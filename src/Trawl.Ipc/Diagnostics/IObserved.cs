namespace Trawl.Ipc.Diagnostics;

/// <summary>A connection that can be looked at from outside.</summary>
internal interface IObserved
{
    IpcCounters Counters { get; }

    IpcConnectionStats Describe();
}
