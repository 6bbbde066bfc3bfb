namespace Trawl.Sdk.Pages;

/// <summary>A request that the engine makes for a plugin.</summary>
public sealed record PluginRequest
{
    /// <summary>An absolute http or https URL on a host that is granted.</summary>
    public required string Url { get; init; }

    /// <summary>HTTP method, upper case.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Header fields to send.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Body to send; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
