namespace Trawl.Ipc.Fuzz;

/// <summary>Something nested, for the JSON decoder.</summary>
internal sealed record FuzzMessage(string Name, int[] Numbers, FuzzMessage? Inner);
