namespace Trawl.Sdk.Sinks;

/// <summary>The run whose records a sink takes.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="Types">The record types, in the order in which their records come.</param>
public sealed record SinkRun(string Id, IReadOnlyList<SinkRecordType> Types);
