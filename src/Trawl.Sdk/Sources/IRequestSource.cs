namespace Trawl.Sdk.Sources;

/// <summary>Gives requests to begin with. Kind <c>source</c>.</summary>
public interface IRequestSource
{
    /// <summary>
    /// The next requests. The engine stores them together with <see cref="SourceChunk.Cursor"/>, and asks again from there,
    /// after a crash too. A URL that was given before is one page, fetched once.
    /// </summary>
    /// <param name="cursor">Where the last chunk ended; null at the beginning.</param>
    /// <returns>The next chunk, or null when all has been given.</returns>
    ValueTask<SourceChunk?> ReadAsync(string? cursor);
}
