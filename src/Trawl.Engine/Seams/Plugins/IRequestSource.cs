namespace Trawl.Engine.Seams.Plugins;

/// <summary>Asks plugins for requests to begin with.</summary>
public interface IRequestSource
{
    /// <summary>The next requests of a source. Whatever the plugin does wrong is in the reply; nothing is thrown for it.</summary>
    /// <param name="plugin">The plugin's name in the pipeline.</param>
    /// <param name="cursor">Where the last reply ended; null at the beginning.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    ValueTask<SourceReply> ReadAsync(string plugin, string? cursor, CancellationToken cancellationToken);
}
