using Trawl.Api.Hosts;
using Trawl.Api.Runs;
using Trawl.Engine.Running;
using Trawl.Engine.Seams.Governing;
using Trawl.Model.Runs;

namespace Trawl.Hosting.Running;

/// <summary>From the engine's pictures to those of the API.</summary>
internal static class Snapshots
{
    public static RunSnapshot Of(string runId, RunProgress progress) => Of(runId, progress.State, progress.Counters) with
    {
        ElapsedSeconds = Seconds(progress.Elapsed),
        Hosts = [.. progress.Hosts.Select(Of)],
        HostCount = progress.HostCount,
        Requests = Counts(progress.Counters, progress.InFlight),
        HeldBack = Of(progress.HeldBack),
    };

    public static HeldBackSnapshot? Of(HeldBack? held) => held is null ? null : new HeldBackSnapshot(held.Code, held.Message, held.IsPaused);

    public static RunSnapshot Of(string runId, RunResult result) => Of(runId, result.State, result.Counters) with
    {
        ElapsedSeconds = Seconds(result.Elapsed),
        Reason = result.Reason,
        IsLast = true,
    };

    public static RunSnapshot Of(string runId, RunState state, RunCounters counters) => new()
    {
        RunId = runId,
        State = state,
        Requests = Counts(counters, counters.Leased),
        Records = counters.Records,
        Quarantined = counters.Quarantined,
        Bytes = counters.Bytes,
    };

    /// <summary>What is leased ahead of its turn waits, as people see it; only exchanges under way are in flight.</summary>
    public static RequestCounts Counts(RunCounters counters, long inFlight) => new(
        Math.Max(0, counters.Queued + counters.Leased - inFlight), inFlight, counters.Done, counters.Failed, counters.Skipped);

    public static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);

    private static HostSnapshot Of(HostProgress host) => new(
        host.Name, host.Queued, host.InFlight, Seconds(host.Delay), Seconds(host.NextAllowedIn), host.Note);
}
