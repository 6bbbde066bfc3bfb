namespace Trawl.Engine.Seams.Plugins;

/// <summary>Lets plugins work on pages and records; one instance a run, called from many threads at once.</summary>
public interface IPluginCaller
{
    /// <summary>
    /// Has a plugin do something. Whatever it does wrong, its death included, is in the reply; nothing is thrown for it.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the plugin does not work on it any more.</exception>
    ValueTask<PluginReply> CallAsync(PluginCall call, CancellationToken cancellationToken);
}
