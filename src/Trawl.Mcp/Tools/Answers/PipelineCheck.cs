namespace Trawl.Mcp.Tools.Answers;

internal sealed record PipelineCheck
{
    public required bool IsValid { get; init; }

    public required IReadOnlyList<PipelineFinding> Findings { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string> Hosts { get; init; } = [];

    public IReadOnlyList<string> Rules { get; init; } = [];

    public IReadOnlyList<RecordOutline> Records { get; init; } = [];

    public required string NextStep { get; init; }
}
