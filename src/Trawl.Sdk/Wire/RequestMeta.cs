namespace Trawl.Sdk.Wire;

/// <summary>A request to begin with.</summary>
internal sealed record RequestMeta
{
    public string Url { get; init; } = "";

    public string? Method { get; init; }

    public Dictionary<string, string>? Headers { get; init; }

    public string? Body { get; init; }
}
