namespace Trawl.Cancel.Bench;

/// <summary>One run ended from outside.</summary>
/// <param name="Way">How.</param>
/// <param name="Milliseconds">From the wish until nothing of the run was alive: no worker, no connection, its state on the disk.</param>
/// <param name="Workers">Workers that were alive when it was wished for.</param>
/// <param name="Connections">Connections that were open then.</param>
/// <param name="Missed">Whether the run had ended by itself before.</param>
public sealed record Ending(WayToEnd Way, double Milliseconds, int Workers, int Connections, bool Missed);
