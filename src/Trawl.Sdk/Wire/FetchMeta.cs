namespace Trawl.Sdk.Wire;

/// <summary>What the engine is to fetch; a body is the only blob.</summary>
internal sealed record FetchMeta
{
    public string Url { get; init => field = value ?? ""; } = "";

    public string Method { get; init => field = value ?? "GET"; } = "GET";

    public Dictionary<string, string> Headers { get; init => field = value ?? []; } = [];
}
