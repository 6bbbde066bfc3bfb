namespace Trawl.Hosting.Plugins;

/// <summary>What a plugin is to do outside of any run.</summary>
public sealed record PluginTrial
{
    /// <summary>Its folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What it is to do, by the name that manifests use; null when it offers one thing only.</summary>
    public string? Do { get; init; }

    /// <summary>Its settings, as YAML or JSON.</summary>
    public string Settings { get; init; } = "{}";

    /// <summary>Where the page, or the records' page, was fetched from.</summary>
    public string Url { get; init; } = "";

    /// <summary>Records: one JSON object a line.</summary>
    public required IEnumerable<string> Lines { get; init; }

    /// <summary>A page's body.</summary>
    public required Func<byte[]> Body { get; init; }
}
