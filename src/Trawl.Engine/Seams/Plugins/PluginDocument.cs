namespace Trawl.Engine.Seams.Plugins;

/// <summary>What a plugin made of a page.</summary>
/// <param name="ContentType">Its content type.</param>
/// <param name="Body">Its bytes.</param>
public sealed record PluginDocument(string ContentType, ReadOnlyMemory<byte> Body);
