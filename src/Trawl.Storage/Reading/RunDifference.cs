namespace Trawl.Storage.Reading;

/// <summary>Where two runs that should be the same are not.</summary>
/// <param name="Sequence">The journal entry with which it came.</param>
/// <param name="Expected">What the first run has.</param>
/// <param name="Got">What the second one has.</param>
/// <param name="Place">Where, in words.</param>
public sealed record RunDifference(long Sequence, string Expected, string Got, string Place)
{
    /// <summary>The plugin's step whose answers differ, as the journal names it; null when none is known to.</summary>
    public string? Step { get; init; }
}
