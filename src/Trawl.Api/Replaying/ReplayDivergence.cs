namespace Trawl.Api.Replaying;

/// <summary>The first event in which a replay differs from its recording.</summary>
/// <param name="Sequence">Number of the journal entry.</param>
/// <param name="Expected">What the recording has.</param>
/// <param name="Got">What the replay has.</param>
/// <param name="Place">Where: request and URL, rule, record type and field, or the part of the engine.</param>
public sealed record ReplayDivergence(long Sequence, string Expected, string Got, string Place);
