namespace Trawl.Mcp.Tools.Answers;

internal sealed record PageSlice
{
    public required string Url { get; init; }

    public required int Status { get; init; }

    public string? Error { get; init; }

    public string? ContentType { get; init; }

    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Characters of the whole text.</summary>
    public required int Length { get; init; }

    public required int Offset { get; init; }

    /// <summary>Where the rest begins; null at the end.</summary>
    public int? Next { get; init; }

    public required string Text { get; init; }
}
