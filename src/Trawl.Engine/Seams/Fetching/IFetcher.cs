namespace Trawl.Engine.Seams.Fetching;

/// <summary>
/// Makes one HTTP exchange. Live, capturing or replaying: chosen once in Hosting, and nobody else can tell.
/// Redirects are not followed: the engine makes them requests of their own, so that scope, robots, politeness and
/// deduplication hold for each hop.
/// </summary>
public interface IFetcher
{
    /// <summary>Makes the exchange. Every failure of network or server is in the result; nothing is thrown for it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken);
}
