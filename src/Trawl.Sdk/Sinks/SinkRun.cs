namespace Trawl.Sdk.Sinks;

/// <summary>The run whose records a sink takes.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="Output">The sink's name in the run. What a sink remembers it remembers by run and output.</param>
/// <param name="Types">The record types, in the order in which their records come.</param>
public sealed record SinkRun(string Id, string Output, IReadOnlyList<SinkRecordType> Types);
