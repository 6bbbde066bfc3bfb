namespace Trawl.Plugins.Workers;

/// <summary>A worker is of no use any more: it died, hangs, takes too much memory or does not keep to the protocol.</summary>
internal sealed class WorkerLostException(WorkerFault fault) : Exception(fault.Message)
{
    public WorkerFault Fault { get; } = fault;

    public static WorkerLostException Of(string code, string message) => new(new WorkerFault(code, message));
}
