namespace Trawl.Mcp.Tools.Answers;

internal sealed record RecordStory
{
    public required long Id { get; init; }

    public required string Type { get; init; }

    public required string Url { get; init; }

    public required string Rule { get; init; }

    /// <summary>Whether reading the recorded page again gives exactly the stored record.</summary>
    public required bool IsSame { get; init; }

    public required IReadOnlyList<FieldStory> Fields { get; init; }
}
