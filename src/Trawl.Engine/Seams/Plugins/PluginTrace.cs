namespace Trawl.Engine.Seams.Plugins;

/// <summary>What a plugin did for a page, kept in the journal so that a replay can tell whether it did the same.</summary>
/// <param name="Plugin">The plugin's name in the pipeline.</param>
/// <param name="Calls">Calls it answered.</param>
/// <param name="Dropped">Records it left out.</param>
/// <param name="Digest">32 hex digits over its answers, in the order of the calls.</param>
public sealed record PluginTrace(string Plugin, int Calls, int Dropped, string Digest);
