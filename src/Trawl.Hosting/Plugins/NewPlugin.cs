namespace Trawl.Hosting.Plugins;

/// <summary>A plugin that was written.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Files">Its files.</param>
/// <param name="Use">What a pipeline writes to use it, key by key.</param>
public sealed record NewPlugin(string Folder, IReadOnlyList<string> Files, IReadOnlyList<string> Use);
