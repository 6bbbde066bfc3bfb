using Trawl.Model.Plans;
using Trawl.Model.Plugins;

namespace Trawl.Plugins.Workers;

/// <summary>A plugin as its workers need it.</summary>
/// <param name="Plan">What the pipeline says.</param>
/// <param name="Manifest">What the plugin says.</param>
/// <param name="Needs">What it needs with the pipeline's settings.</param>
internal sealed record PluginIdentity(PluginPlan Plan, PluginManifest Manifest, PluginCapabilities Needs)
{
    /// <summary>Memory of one worker at most.</summary>
    public long Memory => Math.Max(Plan.Grant.Memory, PluginCapabilities.FreeMemory);

    /// <summary>The plugin in messages.</summary>
    public override string ToString() => $"The plugin \"{Plan.Name}\" ({Manifest.Id} {Manifest.Version})";
}
