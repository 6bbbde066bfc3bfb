namespace Trawl.Sdk.Pages;

/// <summary>What the engine's request brought.</summary>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="Headers">Header fields as received.</param>
/// <param name="Body">The body, content codings removed.</param>
/// <param name="Error">Why there was no answer; null when there was.</param>
public sealed record PluginResponse(
    int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body, string? Error)
{
    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}
