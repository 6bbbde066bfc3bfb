using Trawl.Engine.Seams.Outputs;
using Trawl.Model.Runs;

namespace Trawl.Engine.Running;

/// <summary>How an engine left a run.</summary>
public sealed record RunResult(
    RunState State,
    string? Reason,
    RunCounters Counters,
    TimeSpan Elapsed,
    IReadOnlyList<PublishedOutput> Outputs);
