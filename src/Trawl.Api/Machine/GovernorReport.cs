using Trawl.Api.Runs;

namespace Trawl.Api.Machine;

/// <summary>What machine and container have, and what the governor makes of it.</summary>
public sealed record GovernorReport
{
    /// <summary>The step in force for all runs: <c>none</c>, <c>slow</c>, <c>no-admission</c>, <c>shed</c>, <c>idle-browsers</c> or <c>paused</c>.</summary>
    public required string Step { get; init; }

    /// <summary>The rule behind it; null when nothing is short.</summary>
    public string? Rule { get; init; }

    /// <summary>Why runs are held back; null when they are not.</summary>
    public HeldBackSnapshot? Why { get; init; }

    /// <summary>Requests in flight at most, all runs together.</summary>
    public required int Jobs { get; init; }

    /// <summary>Runs that share them.</summary>
    public required int Runs { get; init; }

    /// <summary>What was read last.</summary>
    public required GovernorReading Reading { get; init; }
}
