using Trawl.Engine.Seams.Governing;
using Trawl.Model.Runs;

namespace Trawl.Engine.Running;

/// <summary>A picture of a running run; counters are those of the last commit.</summary>
/// <param name="State">The run's state.</param>
/// <param name="Counters">Totals.</param>
/// <param name="InFlight">Exchanges under way.</param>
/// <param name="Elapsed">Time spent running, earlier engines included.</param>
/// <param name="Hosts">The busiest hosts, at most eight.</param>
/// <param name="HostCount">Hosts with work in this run.</param>
/// <param name="HeldBack">Why the governor holds the run back; null when it does not.</param>
public sealed record RunProgress(
    RunState State,
    RunCounters Counters,
    int InFlight,
    TimeSpan Elapsed,
    IReadOnlyList<HostProgress> Hosts,
    int HostCount,
    HeldBack? HeldBack = null);
