using Trawl.Model.Plans;
using Trawl.Model.Plugins;

namespace Trawl.Engine.Seams.Plugins;

/// <summary>What a plugin is to do.</summary>
public sealed record PluginCall
{
    /// <summary>The plugin's name in the pipeline.</summary>
    public required string Plugin { get; init; }

    public required PluginKind Kind { get; init; }

    /// <summary>The step of a tool or a model; null for a plugin.</summary>
    public RecordStep? Step { get; init; }

    /// <summary>The page it is about.</summary>
    public required PluginPage Page { get; init; }

    /// <summary>The page's body, content codings removed; for extract and parse.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The type of the records that go in or come out.</summary>
    public string? RecordType { get; init; }

    /// <summary>Records as UTF-8 JSON objects; for transform, enrich and validate.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Records { get; init; } = [];
}
