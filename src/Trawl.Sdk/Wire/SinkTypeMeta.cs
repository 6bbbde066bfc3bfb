namespace Trawl.Sdk.Wire;

/// <summary>A record type as a sink sees it.</summary>
internal sealed record SinkTypeMeta(string Name, string[] Key, SinkColumnMeta[] Columns);
