using Trawl.Api;
using Trawl.Api.Errors;
using Trawl.Api.Explaining;
using Trawl.Api.Hosts;
using Trawl.Api.Journal;
using Trawl.Api.Pipelines;
using Trawl.Api.Records;
using Trawl.Api.Requests;
using Trawl.Api.Runs;

namespace Trawl.Remote;

/// <summary>
/// Trawl on another machine, or in another process: every call is one of the HTTP API, and its refusals are those that
/// the server's own client gave. A server that cannot be reached is <see cref="ApiErrorKind.Unavailable"/>.
/// </summary>
public sealed partial class RemoteTrawlClient : ITrawlClient
{
    private readonly ServerCalls _calls;
    private readonly IReadOnlyDictionary<string, string> _variables;

    /// <summary>Makes a client; nothing is sent yet.</summary>
    public RemoteTrawlClient(RemoteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _calls = new ServerCalls(options);
        _variables = options.Variables;
    }

    /// <summary>The server.</summary>
    public Uri Server => _calls.Server;

    /// <inheritdoc/>
    public Task<ApiResult<ValidateResponse>> ValidateAsync(ValidateRequest request, CancellationToken cancellationToken) =>
        _calls.PostAsync<ValidateRequest, ValidateResponse>(
            new Query("pipelines", "validate"), new ValidateRequest(request.Pipeline.With(_variables)), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<ListRunsResponse>> ListRunsAsync(ListRunsRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<ListRunsResponse>(
            new Query("runs").With("state", request.State).With("limit", request.Limit), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<RunDetails>> ShowRunAsync(ShowRunRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<RunDetails>(new Query("runs", request.RunId), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<RequestPage>> ListRequestsAsync(ListRequestsRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<RequestPage>(
            new Query("runs", request.RunId, "requests").With("state", request.State).With("code", request.Code)
                .With("url", request.UrlContains).With("after", request.After).With("limit", request.Limit),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<RecordPage>> ListRecordsAsync(ListRecordsRequest request, CancellationToken cancellationToken) =>
        RecordsAsync("records", request, cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<RecordPage>> ListQuarantineAsync(ListRecordsRequest request, CancellationToken cancellationToken) =>
        RecordsAsync("quarantine", request, cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<UrlExplanation>> ExplainAsync(ExplainRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<UrlExplanation>(new Query("runs", request.RunId, "explain").With("url", request.Url), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<ListHostsResponse>> ListHostsAsync(ListHostsRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<ListHostsResponse>(new Query("runs", request.RunId, "hosts").With("limit", request.Limit), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<JournalPage>> ReadJournalAsync(ReadJournalRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<JournalPage>(
            new Query("runs", request.RunId, "journal").With("after", request.After).With("limit", request.Limit), cancellationToken);

    /// <summary>Closes connections; runs on the server go on.</summary>
    public ValueTask DisposeAsync()
    {
        _calls.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<ApiResult<RecordPage>> RecordsAsync(string kind, ListRecordsRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<RecordPage>(
            new Query("runs", request.RunId, kind).With("type", request.Type).With("after", request.After).With("limit", request.Limit),
            cancellationToken);
}
