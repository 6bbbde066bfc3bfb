namespace Trawl.Sdk.Wire;

/// <summary>A line for the log.</summary>
internal sealed record LogMeta(string Message);
