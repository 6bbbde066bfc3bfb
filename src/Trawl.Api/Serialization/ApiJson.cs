using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trawl.Api.Captures;
using Trawl.Api.Drift;
using Trawl.Api.Errors;
using Trawl.Api.Explaining;
using Trawl.Api.Fixtures;
using Trawl.Api.Graphs;
using Trawl.Api.Hosts;
using Trawl.Api.Journal;
using Trawl.Api.Lineage;
using Trawl.Api.Machine;
using Trawl.Api.Outputs;
using Trawl.Api.Pages;
using Trawl.Api.Pipelines;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Records;
using Trawl.Api.Replaying;
using Trawl.Api.Requests;
using Trawl.Api.Runs;
using Trawl.Api.Schedules;
using Trawl.Api.Settings;

namespace Trawl.Api.Serialization;

/// <summary>The JSON form of every request and response: camelCase names, enums by name, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(CamelCaseEnums<ApiErrorKind>),
        typeof(CamelCaseEnums<Model.Runs.RunState>),
        typeof(CamelCaseEnums<Model.Requests.RequestState>),
        typeof(CamelCaseEnums<Model.Records.RecordStatus>),
        typeof(CamelCaseEnums<Model.Journal.JournalKind>),
        typeof(CamelCaseEnums<PageBody>),
        typeof(CamelCaseEnums<TestOutcome>),
        typeof(CamelCaseEnums<Model.Drift.DriftKind>),
        typeof(CamelCaseEnums<Model.Drift.DriftState>),
        typeof(CamelCaseEnums<ReplayVerdict>),
        typeof(CamelCaseEnums<DiffKind>),
    ],
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ApiError))]
[JsonSerializable(typeof(ValidateRequest))]
[JsonSerializable(typeof(ValidateResponse))]
[JsonSerializable(typeof(StartRunRequest))]
[JsonSerializable(typeof(StartRunResponse))]
[JsonSerializable(typeof(ResumeRunRequest))]
[JsonSerializable(typeof(ResumeRunResponse))]
[JsonSerializable(typeof(StopRunRequest))]
[JsonSerializable(typeof(CancelRunRequest))]
[JsonSerializable(typeof(RunChange))]
[JsonSerializable(typeof(FollowRunRequest))]
[JsonSerializable(typeof(RunSnapshot))]
[JsonSerializable(typeof(ListRunsRequest))]
[JsonSerializable(typeof(ListRunsResponse))]
[JsonSerializable(typeof(ShowRunRequest))]
[JsonSerializable(typeof(RunDetails))]
[JsonSerializable(typeof(ListRequestsRequest))]
[JsonSerializable(typeof(RequestPage))]
[JsonSerializable(typeof(ListRecordsRequest))]
[JsonSerializable(typeof(RecordPage))]
[JsonSerializable(typeof(ExplainRequest))]
[JsonSerializable(typeof(UrlExplanation))]
[JsonSerializable(typeof(ShowPageRequest))]
[JsonSerializable(typeof(RecordedPage))]
[JsonSerializable(typeof(SelectRequest))]
[JsonSerializable(typeof(SelectResponse))]
[JsonSerializable(typeof(ExplainRecordRequest))]
[JsonSerializable(typeof(RecordExplanation))]
[JsonSerializable(typeof(WriteFixtureRequest))]
[JsonSerializable(typeof(WriteFixtureResponse))]
[JsonSerializable(typeof(TestPipelineRequest))]
[JsonSerializable(typeof(TestPipelineResponse))]
[JsonSerializable(typeof(ExportRequest))]
[JsonSerializable(typeof(ExportResponse))]
[JsonSerializable(typeof(ReadJournalRequest))]
[JsonSerializable(typeof(JournalPage))]
[JsonSerializable(typeof(CaptureRequest))]
[JsonSerializable(typeof(CaptureDetails))]
[JsonSerializable(typeof(PackCaptureRequest))]
[JsonSerializable(typeof(PackCaptureResponse))]
[JsonSerializable(typeof(TryPlanRequest))]
[JsonSerializable(typeof(TryPlanResponse))]
[JsonSerializable(typeof(ReplayRunRequest))]
[JsonSerializable(typeof(ReplayRunResponse))]
[JsonSerializable(typeof(ListHostsRequest))]
[JsonSerializable(typeof(ListHostsResponse))]
[JsonSerializable(typeof(ReadScreenshotRequest))]
[JsonSerializable(typeof(PageScreenshot))]
[JsonSerializable(typeof(ShowDriftRequest))]
[JsonSerializable(typeof(DriftReport))]
[JsonSerializable(typeof(ShowGraphRequest))]
[JsonSerializable(typeof(PlanGraph))]
[JsonSerializable(typeof(ShowGovernorRequest))]
[JsonSerializable(typeof(GovernorReport))]
[JsonSerializable(typeof(ListSettingsRequest))]
[JsonSerializable(typeof(ListSettingsResponse))]
[JsonSerializable(typeof(SavePipelineRequest))]
[JsonSerializable(typeof(SavePipelineResponse))]
[JsonSerializable(typeof(PipelinePage))]
[JsonSerializable(typeof(VersionPage))]
[JsonSerializable(typeof(PipelineText))]
[JsonSerializable(typeof(PipelineDiff))]
[JsonSerializable(typeof(SavedPipeline))]
[JsonSerializable(typeof(AddScheduleRequest))]
[JsonSerializable(typeof(ScheduleInfo))]
[JsonSerializable(typeof(SchedulePage))]
[JsonSerializable(typeof(NextTimes))]
[JsonSerializable(typeof(FiringPage))]
public sealed partial class ApiJson : JsonSerializerContext
{
    private static ApiJson? s_readable;

    /// <summary>The same for files and terminals: letters outside ASCII stand as themselves.</summary>
    public static ApiJson Readable => s_readable ??= new ApiJson(
        new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
