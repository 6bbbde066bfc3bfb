namespace Trawl.Engine.Seams.Fetching;

/// <summary>What a plugin wants fetched: the same call asks for the same things in the same order, so it can be known again.</summary>
/// <param name="Plugin">The plugin's name in the pipeline.</param>
/// <param name="Call">32 hex digits over all that the call was given.</param>
/// <param name="Number">Fetches of that call before this one.</param>
public sealed record PluginFetch(string Plugin, string Call, int Number);
