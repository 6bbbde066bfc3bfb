using Trawl.Api.Pipelines;

namespace Trawl.Hosting.Plugins;

/// <summary>What a check of a plugin found.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Id">Its id; null when that could not be read.</param>
/// <param name="Diagnostics">What is wrong with its manifest.</param>
/// <param name="Examples">Each example by name; null for one that passed, else what came instead.</param>
public sealed record PluginVerdict(
    string Folder, string? Id, IReadOnlyList<PipelineDiagnostic> Diagnostics, IReadOnlyDictionary<string, string?> Examples)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsGood => Diagnostics.All(d => !d.IsError) && Examples.Values.All(fault => fault is null);
}
