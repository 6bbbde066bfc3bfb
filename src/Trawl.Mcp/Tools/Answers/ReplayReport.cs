namespace Trawl.Mcp.Tools.Answers;

internal sealed record ReplayReport
{
    public string? Verdict { get; init; }

    /// <summary>The first entry of the journal that differs.</summary>
    public string? Divergence { get; init; }

    public required long Pages { get; init; }

    public required double Seconds { get; init; }

    public IReadOnlyList<TypeChange> Types { get; init; } = [];

    /// <summary>Records that are not the same, in words.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    public required IReadOnlyList<string> Missing { get; init; }
}
