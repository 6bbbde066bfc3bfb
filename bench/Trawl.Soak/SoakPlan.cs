namespace Trawl.Soak;

/// <summary>
/// How long, by which chance, and whether a browser takes part. In the first half the server is killed again and again; in
/// the second it lives through, and what it holds must not grow.
/// </summary>
internal sealed record SoakPlan(TimeSpan Length, int Seed, bool WithBrowser)
{
    public TimeSpan KillsUntil => Length / 2;

    /// <summary>Warm-up of the server that lives through is not counted: caches fill and code is compiled.</summary>
    public TimeSpan CountsFrom => Length * 0.6;
}
