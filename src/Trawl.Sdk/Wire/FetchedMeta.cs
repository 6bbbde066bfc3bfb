namespace Trawl.Sdk.Wire;

/// <summary>What came back; the body is the only blob, content codings removed.</summary>
internal sealed record FetchedMeta
{
    /// <summary>HTTP status; 0 when there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>Header fields as received: name, value, name, value.</summary>
    public string[] Headers { get; init; } = [];

    /// <summary>Why there is no answer; null when there is.</summary>
    public string? Error { get; init; }

    /// <summary>Whether the host is not granted.</summary>
    public bool Refused { get; init; }
}
