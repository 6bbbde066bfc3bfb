namespace Trawl.Hosting.Plugins;

/// <summary>A plugin that is installed.</summary>
/// <param name="Id">Its id; null when its manifest has errors.</param>
/// <param name="Version">Its version.</param>
/// <param name="Kinds">What it does.</param>
/// <param name="Doc">What it does, in a sentence.</param>
/// <param name="Folder">Absolute path of its folder.</param>
/// <param name="Settings">Its settings, as <c>name: type</c>.</param>
/// <param name="Needs">What a pipeline must grant it.</param>
/// <param name="Delivery">Of a sink: <c>exactly-once</c> or <c>at-least-once</c>.</param>
/// <param name="Problem">The first error of its manifest; null without.</param>
public sealed record PluginSummary(
    string? Id, string? Version, IReadOnlyList<string> Kinds, string? Doc, string Folder, IReadOnlyList<string> Settings,
    IReadOnlyList<string> Needs, string? Delivery, string? Problem);
