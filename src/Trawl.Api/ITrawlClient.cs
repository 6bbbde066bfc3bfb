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

namespace Trawl.Api;

/// <summary>
/// Everything a door can ask of Trawl. One call, one request record, one response record, all of them plain JSON, so
/// that it is the same whether the engine is in this process, in another one, or on another machine. A refusal is a
/// value (<see cref="ApiResult{T}"/>). Safe for concurrent use.
/// </summary>
public interface ITrawlClient : IPipelineLibrary, IScheduleBook, IAsyncDisposable
{
    /// <summary>Checks a pipeline without starting it. A pipeline with errors is an answer, not a refusal.</summary>
    Task<ApiResult<ValidateResponse>> ValidateAsync(ValidateRequest request, CancellationToken cancellationToken);

    /// <summary>Writes a run down, durably, and sets an engine to work on it. Returns before the run has ended.</summary>
    Task<ApiResult<StartRunResponse>> StartRunAsync(StartRunRequest request, CancellationToken cancellationToken);

    /// <summary>Sets an engine to work on a run that has not reached a final state, unless one is at it.</summary>
    Task<ApiResult<ResumeRunResponse>> ResumeRunAsync(ResumeRunRequest request, CancellationToken cancellationToken);

    /// <summary>Asks a run to stop so that it can be resumed. Returns at once; follow the run to see the end.</summary>
    Task<ApiResult<RunChange>> StopRunAsync(StopRunRequest request, CancellationToken cancellationToken);

    /// <summary>Ends a run for good, whether an engine is at it or not. Returns at once; follow the run to see the end.</summary>
    Task<ApiResult<RunChange>> CancelRunAsync(CancelRunRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Pictures of a run, a few a second, until no engine works on it; a slow reader misses some. The last one has
    /// <see cref="RunSnapshot.IsLast"/>, and <see cref="RunSnapshot.Error"/> when something went wrong. Ending the
    /// enumeration does not touch the run.
    /// </summary>
    IAsyncEnumerable<RunSnapshot> FollowRunAsync(FollowRunRequest request, CancellationToken cancellationToken);

    /// <summary>The runs of the home.</summary>
    Task<ApiResult<ListRunsResponse>> ListRunsAsync(ListRunsRequest request, CancellationToken cancellationToken);

    /// <summary>One run.</summary>
    Task<ApiResult<RunDetails>> ShowRunAsync(ShowRunRequest request, CancellationToken cancellationToken);

    /// <summary>Requests of a run.</summary>
    Task<ApiResult<RequestPage>> ListRequestsAsync(ListRequestsRequest request, CancellationToken cancellationToken);

    /// <summary>Valid records of a run, in the order they were stored, before equal keys are merged.</summary>
    Task<ApiResult<RecordPage>> ListRecordsAsync(ListRecordsRequest request, CancellationToken cancellationToken);

    /// <summary>Records set aside because they break a rule, with the rules they break.</summary>
    Task<ApiResult<RecordPage>> ListQuarantineAsync(ListRecordsRequest request, CancellationToken cancellationToken);

    /// <summary>Why a URL has the fate it has.</summary>
    Task<ApiResult<UrlExplanation>> ExplainAsync(ExplainRequest request, CancellationToken cancellationToken);

    /// <summary>A page as the run recorded it.</summary>
    Task<ApiResult<RecordedPage>> ShowPageAsync(ShowPageRequest request, CancellationToken cancellationToken);

    /// <summary>The picture that was taken of a page.</summary>
    Task<ApiResult<PageScreenshot>> ReadScreenshotAsync(ReadScreenshotRequest request, CancellationToken cancellationToken);

    /// <summary>What a selector finds on a recorded page, and on all recorded pages of its rule.</summary>
    Task<ApiResult<SelectResponse>> SelectAsync(SelectRequest request, CancellationToken cancellationToken);

    /// <summary>How a record came about: the recorded page is read again by the run's plan, and each step noted.</summary>
    Task<ApiResult<RecordExplanation>> ExplainRecordAsync(ExplainRecordRequest request, CancellationToken cancellationToken);

    /// <summary>Makes a test case of a recorded page, beside the pipeline's file.</summary>
    Task<ApiResult<WriteFixtureResponse>> WriteFixtureAsync(WriteFixtureRequest request, CancellationToken cancellationToken);

    /// <summary>Runs a pipeline's test cases. One that fails is an answer, not a refusal.</summary>
    Task<ApiResult<TestPipelineResponse>> TestPipelineAsync(TestPipelineRequest request, CancellationToken cancellationToken);

    /// <summary>Writes a run's records to a file of another format or place.</summary>
    Task<ApiResult<ExportResponse>> ExportAsync(ExportRequest request, CancellationToken cancellationToken);

    /// <summary>Writes a run's records to a stream, for pipes; its path does not count. Not as SQLite, which needs a file.</summary>
    /// <param name="request">What to write; its format must be given.</param>
    /// <param name="stream">Where to; not closed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<ApiResult<ExportResponse>> ExportAsync(ExportRequest request, Stream stream, CancellationToken cancellationToken);

    /// <summary>What a run has recorded, and, when asked for, whether all of it is as it should be.</summary>
    /// <param name="request">The run.</param>
    /// <param name="onProgress">Told the share that is checked, 0 to 1; often, and on other threads.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<ApiResult<CaptureDetails>> ShowCaptureAsync(
        CaptureRequest request, Action<double> onProgress, CancellationToken cancellationToken);

    /// <summary>Packs what a run has recorded as one WACZ file, whether the run is finished or not.</summary>
    /// <param name="request">The run and the file.</param>
    /// <param name="onProgress">Told the share that is packed, 0 to 1; often, and on other threads.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<ApiResult<PackCaptureResponse>> PackCaptureAsync(
        PackCaptureRequest request, Action<double> onProgress, CancellationToken cancellationToken);

    /// <summary>
    /// Executes a recorded run again, from its capture and without the network, and compares every journal entry,
    /// record and request. Stops at the first difference. The run is not changed.
    /// </summary>
    /// <param name="request">The run.</param>
    /// <param name="onProgress">Told the share that is done, 0 to 1; often, and on other threads.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<ApiResult<ReplayRunResponse>> ReplayRunAsync(
        ReplayRunRequest request, Action<double> onProgress, CancellationToken cancellationToken);

    /// <summary>
    /// Runs a changed pipeline over what a run recorded, without the network, and compares the records by type and key.
    /// Requests that the recording does not hold are listed, never made. The run is not changed.
    /// </summary>
    /// <param name="request">The run and the pipeline.</param>
    /// <param name="onProgress">Told the share that is done, 0 to 1; often, and on other threads.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<ApiResult<TryPlanResponse>> TryPlanAsync(
        TryPlanRequest request, Action<double> onProgress, CancellationToken cancellationToken);

    /// <summary>Events of a run. What one call did not have, the next one gets: no gap and no repeat.</summary>
    Task<ApiResult<JournalPage>> ReadJournalAsync(ReadJournalRequest request, CancellationToken cancellationToken);

    /// <summary>Hosts of a run with their politeness.</summary>
    Task<ApiResult<ListHostsResponse>> ListHostsAsync(ListHostsRequest request, CancellationToken cancellationToken);

    /// <summary>What comparing a run with earlier ones came to, with the numbers that were compared.</summary>
    Task<ApiResult<DriftReport>> ShowDriftAsync(ShowDriftRequest request, CancellationToken cancellationToken);

    /// <summary>A plan as a graph. A pipeline with errors is a refusal here, with all of them.</summary>
    Task<ApiResult<PlanGraph>> ShowGraphAsync(ShowGraphRequest request, CancellationToken cancellationToken);

    /// <summary>What machine and container have, and what the governor of the home's engine makes of it.</summary>
    Task<ApiResult<GovernorReport>> ShowGovernorAsync(ShowGovernorRequest request, CancellationToken cancellationToken);

    /// <summary>The settings in force and where each came from; never the value of a secret.</summary>
    Task<ApiResult<ListSettingsResponse>> ListSettingsAsync(ListSettingsRequest request, CancellationToken cancellationToken);
}
