namespace Trawl.Sdk.Sources;

/// <summary>Gives requests to begin with. Kind <c>source</c>.</summary>
public interface IRequestSource
{
    /// <summary>
    /// The next requests. When they are stored the engine asks again, from <see cref="SourceChunk.Cursor"/> on; after a crash of
    /// the engine, from the beginning. A URL that was given before is one page, fetched once.
    /// </summary>
    /// <param name="cursor">Where the last chunk ended; null at the beginning.</param>
    /// <returns>The next chunk, or null when all has been given.</returns>
    ValueTask<SourceChunk?> ReadAsync(string? cursor);
}
