namespace Trawl.Sdk.Wire;

/// <summary>A column: its name, its type as pipelines write it, and whether it is a list.</summary>
internal sealed record SinkColumnMeta(string Name, string Type, bool Many);
