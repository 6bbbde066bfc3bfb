using Trawl.Api.Replaying;

namespace Trawl.Mcp.Tools.Answers;

internal sealed record ReplayReport
{
    public ReplayVerdict? Verdict { get; init; }

    public ReplayDivergence? Divergence { get; init; }

    public required long Pages { get; init; }

    public required double Seconds { get; init; }

    public IReadOnlyList<TypeChange> Types { get; init; } = [];

    public IReadOnlyList<RecordDiff> Records { get; init; } = [];

    public required IReadOnlyList<string> Missing { get; init; }
}
