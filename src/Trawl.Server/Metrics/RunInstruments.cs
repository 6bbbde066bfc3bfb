using System.Diagnostics.Metrics;
using Trawl.Api;
using Trawl.Api.Runs;
using Trawl.Model.Runs;

namespace Trawl.Server.Metrics;

/// <summary>The runs that are under way, read when somebody scrapes.</summary>
internal sealed class RunInstruments : IDisposable
{
    private const int Most = 100;

    private readonly Meter _meter = new("Trawl.Runs");
    private readonly ITrawlClient _client;

    public RunInstruments(ITrawlClient client)
    {
        _client = client;
        _meter.CreateObservableGauge("trawl_run_requests", Requests, "{request}", "Requests of runs under way, by what became of them.");
        _meter.CreateObservableGauge("trawl_run_records", () => Read(r => r.Records), "{record}", "Records kept by runs under way.");
        _meter.CreateObservableGauge("trawl_run_received_bytes", () => Read(r => r.Bytes), "By", "Bytes received by runs under way.");
        _meter.CreateObservableGauge("trawl_run_elapsed_seconds", () => Read(r => r.ElapsedSeconds), "s", "Time runs under way have been running.");
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<double>> Read(Func<RunSummary, double> value) =>
        Running().Select(r => new Measurement<double>(value(r), new("run", r.RunId), new("pipeline", r.Pipeline)));

    private IEnumerable<Measurement<double>> Requests() => Running().SelectMany(r => new (string State, long Count)[]
    {
        ("queued", r.Requests.Queued), ("in-flight", r.Requests.InFlight), ("done", r.Requests.Done),
        ("failed", r.Requests.Failed), ("skipped", r.Requests.Skipped),
    }.Select(s => new Measurement<double>(s.Count, new("run", r.RunId), new("pipeline", r.Pipeline), new("state", s.State))));

    private IReadOnlyList<RunSummary> Running()
    {
        var answer = _client.ListRunsAsync(new ListRunsRequest(RunState.Running, Most), CancellationToken.None);
        return answer.IsCompletedSuccessfully && answer.Result.TryGet(out var runs, out _) ? runs.Runs : [];
    }
}
