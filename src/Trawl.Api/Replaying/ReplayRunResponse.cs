using Trawl.Api.Outputs;

namespace Trawl.Api.Replaying;

/// <summary>How a replay ended.</summary>
public sealed record ReplayRunResponse
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>Whether it was the same.</summary>
    public required ReplayVerdict Verdict { get; init; }

    /// <summary>Journal entries of the recording.</summary>
    public required long Entries { get; init; }

    /// <summary>Journal entries that were the same.</summary>
    public required long Same { get; init; }

    /// <summary>Whether the recorded run had reached its end; else it was replayed as far as it went.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Pages processed.</summary>
    public required long Pages { get; init; }

    /// <summary>Time it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>The first difference; null when there is none.</summary>
    public ReplayDivergence? Divergence { get; init; }

    /// <summary>URLs asked for that the capture does not hold, a hundred at most.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The run's outputs, each written again with the same bytes.</summary>
    public IReadOnlyList<OutputFile> Outputs { get; init; } = [];
}
