namespace Trawl.Sdk.Sinks;

/// <summary>A type of records.</summary>
/// <param name="Name">Its name: <c>[a-z][a-zA-Z0-9_-]*</c>.</param>
/// <param name="Key">Names of the fields that identify a record; empty when none do.</param>
/// <param name="Columns">Its fields, in the order of the pipeline.</param>
public sealed record SinkRecordType(string Name, IReadOnlyList<string> Key, IReadOnlyList<SinkColumn> Columns);
