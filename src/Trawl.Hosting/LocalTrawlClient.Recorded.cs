using Trawl.Api.Errors;
using Trawl.Api.Fixtures;
using Trawl.Api.Lineage;
using Trawl.Api.Pages;
using Trawl.Hosting.Fixtures;
using Trawl.Hosting.Recorded;

namespace Trawl.Hosting;

public sealed partial class LocalTrawlClient
{
    /// <inheritdoc/>
    public Task<ApiResult<RecordedPage>> ShowPageAsync(ShowPageRequest request, CancellationToken cancellationToken) =>
        OnRecordedAsync(request.RunId, run => new PageShelf(run).Show(request), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<SelectResponse>> SelectAsync(SelectRequest request, CancellationToken cancellationToken) =>
        OnRecordedAsync(request.RunId, run => new SelectorLooks(run, _clock).Select(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<RecordExplanation>> ExplainRecordAsync(
        ExplainRecordRequest request, CancellationToken cancellationToken) =>
        OnRecordedAsync(request.RunId, run => new RecordTracing(run).Explain(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<WriteFixtureResponse>> WriteFixtureAsync(
        WriteFixtureRequest request, CancellationToken cancellationToken) =>
        OnRecordedAsync(request.RunId, run => new FixtureMaker(run).Write(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<TestPipelineResponse>> TestPipelineAsync(
        TestPipelineRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => new PipelineTest(_preparation, _clock).Run(request, cancellationToken), cancellationToken);

    private Task<ApiResult<T>> OnRecordedAsync<T>(
        string runId, Func<RecordedRun, ApiResult<T>> look, CancellationToken cancellationToken)
        where T : class =>
        ReadAsync(
            () =>
            {
                if (!_library.Find(runId).TryGet(out _, out var unknown))
                {
                    return unknown;
                }

                using var run = new RecordedRun(Path.Combine(Home.Runs, runId), _seal);
                return look(run);
            },
            cancellationToken);
}
