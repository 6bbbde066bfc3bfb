namespace Trawl.Model.Plugins;

/// <summary>A file or folder and what may be done with it.</summary>
/// <param name="Path">Absolute path; in a manifest also <c>$setting</c>.</param>
/// <param name="Write">Whether it may be written, too.</param>
public sealed record PluginFile(string Path, bool Write);
