namespace Trawl.Mcp.Tools.Answers;

internal sealed record RunReport
{
    public required RunView Run { get; init; }

    public required IReadOnlyDictionary<string, long> Records { get; init; }

    public required IReadOnlyList<ProblemGroup> Problems { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required string Drift { get; init; }

    public required IReadOnlyList<string> DriftFindings { get; init; }

    public required IReadOnlyList<string> Outputs { get; init; }
}
