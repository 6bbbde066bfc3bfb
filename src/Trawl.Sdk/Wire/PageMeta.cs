namespace Trawl.Sdk.Wire;

/// <summary>A page as workers see it; its body is a blob.</summary>
internal sealed record PageMeta
{
    public string Url { get; init; } = "";

    public int Status { get; init; }

    public string? ContentType { get; init; }

    /// <summary>RFC 3339, UTC.</summary>
    public string FetchedAt { get; init; } = "";
}
