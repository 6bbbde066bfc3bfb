using System.Text.Json;

namespace Trawl.Sdk.Wire;

/// <summary>Who the worker is to be.</summary>
internal sealed record OpenMeta
{
    public int Contract { get; init; }

    public string Id { get; init; } = "";

    public string Version { get; init; } = "";

    /// <summary>The plugin's name in the pipeline.</summary>
    public string Name { get; init; } = "";

    public JsonElement Settings { get; init; }

    /// <summary>Values of the secrets that are granted, by their variables' names.</summary>
    public Dictionary<string, string> Secrets { get; init; } = [];

    public string[] Hosts { get; init; } = [];

    /// <summary>A folder of the worker's own.</summary>
    public string TempFolder { get; init; } = "";
}
