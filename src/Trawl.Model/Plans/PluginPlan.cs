using Trawl.Model.Plugins;

namespace Trawl.Model.Plans;

/// <summary>A plugin that a pipeline uses.</summary>
public sealed record PluginPlan
{
    /// <summary>Its name in the pipeline.</summary>
    public required string Name { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The version the plan was made with.</summary>
    public required string Version { get; init; }

    /// <summary>Absolute path of its folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Its settings as a JSON object, defaults filled in. A secret stands in it by its variable's name.</summary>
    public string Settings { get; init; } = "{}";

    /// <summary>What it may use.</summary>
    public PluginCapabilities Grant { get; init; } = new();

    /// <summary>Time one call may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Workers at most; null leaves it to the governor.</summary>
    public int? Workers { get; init; }
}
