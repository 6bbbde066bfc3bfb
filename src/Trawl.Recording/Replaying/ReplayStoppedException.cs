namespace Trawl.Recording.Replaying;

/// <summary>Ends an engine whose part of the recording is over, or that left the recorded path.</summary>
/// <param name="divergence">Where it left it; null when the recording goes on with another engine, or ends.</param>
public sealed class ReplayStoppedException(Divergence? divergence)
    : Exception(divergence?.ToString() ?? "This engine's part of the recording is over.")
{
    public Divergence? Divergence { get; } = divergence;
}
