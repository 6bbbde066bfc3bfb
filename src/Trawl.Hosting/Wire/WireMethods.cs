using System.Collections.Frozen;
using Trawl.Api.Explaining;
using Trawl.Api.Hosts;
using Trawl.Api.Journal;
using Trawl.Api.Machine;
using Trawl.Api.Outputs;
using Trawl.Api.Pipelines;
using Trawl.Api.Records;
using Trawl.Api.Requests;
using Trawl.Api.Runs;
using Trawl.Api.Serialization;

namespace Trawl.Hosting.Wire;

/// <summary>Every call of <see cref="Trawl.Api.ITrawlClient"/> by the name it has on the socket.</summary>
internal static class WireMethods
{
    /// <summary>The one streaming call; its items are <see cref="RunSnapshot"/>.</summary>
    public const string Follow = "run.follow";

    private static ApiJson Json => ApiJson.Default;

    public static readonly WireMethod<ValidateRequest, ValidateResponse> Validate = new(
        "pipeline.validate", Json.ValidateRequest, Json.ValidateResponse, (c, r, t) => c.ValidateAsync(r, t));

    public static readonly WireMethod<StartRunRequest, StartRunResponse> Start = new(
        "run.start", Json.StartRunRequest, Json.StartRunResponse, (c, r, t) => c.StartRunAsync(r, t));

    public static readonly WireMethod<ResumeRunRequest, ResumeRunResponse> Resume = new(
        "run.resume", Json.ResumeRunRequest, Json.ResumeRunResponse, (c, r, t) => c.ResumeRunAsync(r, t));

    public static readonly WireMethod<StopRunRequest, RunChange> Stop = new(
        "run.stop", Json.StopRunRequest, Json.RunChange, (c, r, t) => c.StopRunAsync(r, t));

    public static readonly WireMethod<CancelRunRequest, RunChange> Cancel = new(
        "run.cancel", Json.CancelRunRequest, Json.RunChange, (c, r, t) => c.CancelRunAsync(r, t));

    public static readonly WireMethod<ListRunsRequest, ListRunsResponse> ListRuns = new(
        "run.list", Json.ListRunsRequest, Json.ListRunsResponse, (c, r, t) => c.ListRunsAsync(r, t));

    public static readonly WireMethod<ShowRunRequest, RunDetails> Show = new(
        "run.show", Json.ShowRunRequest, Json.RunDetails, (c, r, t) => c.ShowRunAsync(r, t));

    public static readonly WireMethod<ListRequestsRequest, RequestPage> Requests = new(
        "run.requests", Json.ListRequestsRequest, Json.RequestPage, (c, r, t) => c.ListRequestsAsync(r, t));

    public static readonly WireMethod<ListRecordsRequest, RecordPage> Records = new(
        "run.records", Json.ListRecordsRequest, Json.RecordPage, (c, r, t) => c.ListRecordsAsync(r, t));

    public static readonly WireMethod<ListRecordsRequest, RecordPage> Quarantine = new(
        "run.quarantine", Json.ListRecordsRequest, Json.RecordPage, (c, r, t) => c.ListQuarantineAsync(r, t));

    public static readonly WireMethod<ExplainRequest, UrlExplanation> Explain = new(
        "run.explain", Json.ExplainRequest, Json.UrlExplanation, (c, r, t) => c.ExplainAsync(r, t));

    public static readonly WireMethod<ExportRequest, ExportResponse> Export = new(
        "run.export", Json.ExportRequest, Json.ExportResponse, (c, r, t) => c.ExportAsync(r, t));

    public static readonly WireMethod<ListHostsRequest, ListHostsResponse> Hosts = new(
        "run.hosts", Json.ListHostsRequest, Json.ListHostsResponse, (c, r, t) => c.ListHostsAsync(r, t));

    public static readonly WireMethod<ReadJournalRequest, JournalPage> Journal = new(
        "run.journal", Json.ReadJournalRequest, Json.JournalPage, (c, r, t) => c.ReadJournalAsync(r, t));

    public static readonly WireMethod<ShowGovernorRequest, GovernorReport> Governor = new(
        "governor.show", Json.ShowGovernorRequest, Json.GovernorReport, (c, r, t) => c.ShowGovernorAsync(r, t));

    public static readonly FrozenDictionary<string, IWireMethod> ByName =
        new IWireMethod[]
        {
            Validate, Start, Resume, Stop, Cancel, ListRuns, Show, Requests, Records, Quarantine, Explain, Export, Hosts,
            Journal, Governor,
        }.ToFrozenDictionary(m => m.Name);
}
