namespace Trawl.Storage.Runs;

/// <summary>How a transaction changes what waits for a host.</summary>
internal readonly record struct HostChange(int Queued, int Waiting, bool IsNew);
