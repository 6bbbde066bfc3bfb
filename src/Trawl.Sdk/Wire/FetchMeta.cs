namespace Trawl.Sdk.Wire;

/// <summary>What the engine is to fetch; a body is the only blob.</summary>
internal sealed record FetchMeta
{
    public string Url { get; init; } = "";

    public string Method { get; init; } = "GET";

    public Dictionary<string, string> Headers { get; init; } = [];
}
