namespace Trawl.EndToEnd.Tests.Hostile;

/// <summary>What a host does wrong, and what the run must say about it.</summary>
/// <param name="Name">For people.</param>
/// <param name="Answer">The wrong.</param>
/// <param name="Code">The code of the start page; null when the page is to be had all the same.</param>
/// <param name="CutCode">The code of links that were cut; null when none are.</param>
/// <param name="MostHits">Requests that the host may see at most.</param>
internal sealed record Misbehaviour(string Name, Func<HostileExchange, Task> Answer, string? Code = null, string? CutCode = null, int MostHits = 4);
