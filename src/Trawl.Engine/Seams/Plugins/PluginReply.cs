namespace Trawl.Engine.Seams.Plugins;

/// <summary>What came of a call.</summary>
public sealed record PluginReply
{
    /// <summary>Why nothing came of it; null when something did.</summary>
    public PluginFault? Fault { get; init; }

    /// <summary>What became of each record that went in, in their order; or the records that an extract made.</summary>
    public IReadOnlyList<PluginItem> Items { get; init; } = [];

    /// <summary>The document that a parse made; null when it leaves the page as it is.</summary>
    public PluginDocument? Document { get; init; }

    /// <summary>SHA-256 over all that the plugin answered.</summary>
    public ReadOnlyMemory<byte> Digest { get; init; }
}
