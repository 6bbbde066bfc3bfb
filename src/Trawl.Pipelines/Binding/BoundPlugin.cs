using Trawl.Model.Plans;
using Trawl.Model.Plugins;
using Trawl.Pipelines.Plugins;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>A plugin of a pipeline and what is known of it.</summary>
/// <param name="Entry">Where it was written.</param>
/// <param name="Use">Its id or folder; null when that is faulty.</param>
/// <param name="Found">Its manifest, or what is wrong with it; null when it was not found.</param>
/// <param name="Plan">What becomes of it when all is right.</param>
internal sealed record BoundPlugin(MapEntry Entry, string? Use, ManifestResult? Found, PluginPlan Plan)
{
    public PluginManifest? Manifest => Found?.Manifest;

    /// <summary>The map behind its name; null when only its id was written.</summary>
    public MapNode? Map => Entry.Value as MapNode;
}
