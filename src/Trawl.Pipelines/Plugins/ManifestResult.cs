using Trawl.Model.Plugins;
using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Plugins;

/// <summary>What became of a manifest's text.</summary>
/// <param name="Folder">Absolute path of the plugin's folder.</param>
/// <param name="Manifest">The manifest; null when there is an error.</param>
/// <param name="Diagnostics">All findings, by line and column.</param>
public sealed record ManifestResult(string Folder, PluginManifest? Manifest, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The id, also of a manifest with errors; null when none could be read.</summary>
    public string? Id { get; init; }
}
