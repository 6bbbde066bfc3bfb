namespace Trawl.Simulation.World;

internal sealed record SimPage(IReadOnlyList<string> Links, PageTrouble Trouble, int LatencyMs);
