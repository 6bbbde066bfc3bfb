namespace Trawl.Mcp.Tools.Answers;

internal sealed record FailureReport
{
    public required string RunId { get; init; }

    public required string Cause { get; init; }

    public required string NextStep { get; init; }

    public required IReadOnlyList<ProblemGroup> Problems { get; init; }

    public IReadOnlyList<AttemptView> ExampleAttempts { get; init; } = [];

    public required IReadOnlyList<string> InvalidRecords { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }
}
