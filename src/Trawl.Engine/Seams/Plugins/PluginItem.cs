using Trawl.Model.Records;

namespace Trawl.Engine.Seams.Plugins;

/// <summary>What became of one record.</summary>
public sealed record PluginItem
{
    /// <summary>The record as it is now (transform, extract), or the fields to add (enrich); empty leaves it as it was.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Why it is left out of the dataset; null keeps it.</summary>
    public string? Dropped { get; init; }

    /// <summary>What is wrong with it, rules named as the plugin names them.</summary>
    public IReadOnlyList<RecordProblem> Problems { get; init; } = [];
}
