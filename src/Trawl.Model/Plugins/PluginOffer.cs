namespace Trawl.Model.Plugins;

/// <summary>One kind of work that a plugin does.</summary>
public sealed record PluginOffer
{
    /// <summary>The kind.</summary>
    public required PluginKind Kind { get; init; }

    /// <summary>Fields that it adds to records, or that its records have.</summary>
    public IReadOnlyList<PluginField> Fields { get; init; } = [];

    /// <summary>Of a sink: whether what it commits twice is there once.</summary>
    public PluginDelivery Delivery { get; init; }
}
