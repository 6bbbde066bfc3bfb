using Trawl.Model.Plugins;

namespace Trawl.Engine.Seams.Plugins;

/// <summary>
/// What a plugin did for a page in one kind of step, kept in the journal in the order of the first calls, so that a replay can
/// tell whether it did the same and which step was the first to differ.
/// </summary>
/// <param name="Plugin">The plugin's name in the pipeline.</param>
/// <param name="Kind">The kind of step.</param>
/// <param name="Calls">Calls it answered.</param>
/// <param name="Dropped">Records it left out.</param>
/// <param name="Digest">32 hex digits over its answers, in the order of the calls.</param>
public sealed record PluginTrace(string Plugin, PluginKind Kind, int Calls, int Dropped, string Digest)
{
    /// <summary>The step as the journal names it: <c>tidy/transform</c>.</summary>
    public string Step => $"{Plugin}/{Kind.ToString().ToLowerInvariant()}";
}
