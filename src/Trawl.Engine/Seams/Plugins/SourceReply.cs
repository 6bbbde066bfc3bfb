using Trawl.Model.Plans;

namespace Trawl.Engine.Seams.Plugins;

/// <summary>What a source gave.</summary>
public sealed record SourceReply
{
    /// <summary>Why it gave nothing; null when it did, or is at its end.</summary>
    public PluginFault? Fault { get; init; }

    public IReadOnlyList<StartUrl> Requests { get; init; } = [];

    /// <summary>Where it is now; null when it has given all.</summary>
    public string? Cursor { get; init; }
}
