using Trawl.Api;
using Trawl.Api.Errors;
using Trawl.Api.Explaining;
using Trawl.Api.Hosts;
using Trawl.Api.Journal;
using Trawl.Api.Outputs;
using Trawl.Api.Pipelines;
using Trawl.Api.Records;
using Trawl.Api.Requests;
using Trawl.Governor;
using Trawl.Hosting.Home;
using Trawl.Hosting.Reading;
using Trawl.Hosting.Rendering;
using Trawl.Hosting.Running;
using Trawl.Hosting.Saved;
using Trawl.Hosting.Schedules;
using Trawl.Hosting.Settings;

namespace Trawl.Hosting;

/// <summary>
/// The client of a home on this machine. What is stored is read from its files; runs are executed by this process, or,
/// when another process owns the home, by that one, with nothing different to see. When the owner dies, this client
/// takes the home over and goes on with the runs it had asked for.
/// </summary>
public sealed partial class LocalTrawlClient : ITrawlClient
{
    private readonly HomeSeal _seal;
    private readonly RunLibrary _library;
    private readonly PlanPreparation _preparation;
    private readonly EngineSeat _seat;
    private readonly ResourceGovernor _governor;
    private readonly SavedPipelines _saved;
    private readonly ScheduleBook _schedules;
    private readonly TimeProvider _clock;
    private readonly IReadOnlyDictionary<string, string> _variables;

    internal LocalTrawlClient(TrawlHostOptions options)
    {
        Settings = options.Settings!;
        Home = new HomeFolder(Settings.Settings.Home);
        _clock = options.Clock;
        _variables = Settings.Variables;
        _seal = new HomeSeal(Home);
        _saved = new SavedPipelines(Home.Root, _clock);
        _schedules = new ScheduleBook(Home.Root, _clock);
        _library = new RunLibrary(Home, _seal);
        _preparation = new PlanPreparation(Settings, _seal);
        _governor = Governing.Of(options, Home);
        var browsers = new RunBrowsers(options.Browser, Settings.Settings.Browser, _clock);
        _seat = new EngineSeat(Home, options.Command, _clock, () => new EngineDesk(
            new RunParts(Home, _seal, _clock, _governor, options.Fetcher, browsers), browsers, _library, new StartKeys(Home), _governor, _clock));
    }

    /// <summary>The settings in force and where each came from.</summary>
    public SettingsResult Settings { get; }

    /// <summary>The home.</summary>
    public HomeFolder Home { get; }

    /// <summary>Runs that this process executes now, those that others asked for included.</summary>
    public int ActiveRuns => _seat.Own?.ActiveCount ?? 0;

    /// <summary>Waits until this process executes nothing any more, so that no guest's run is broken off.</summary>
    public Task DrainAsync(CancellationToken cancellationToken) =>
        _seat.Own?.DrainAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public Task<ApiResult<ValidateResponse>> ValidateAsync(ValidateRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<ApiResult<ValidateResponse>>(_preparation.Validate(request.Pipeline));

    /// <inheritdoc/>
    public Task<ApiResult<Api.Runs.ListRunsResponse>> ListRunsAsync(
        Api.Runs.ListRunsRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _library.List(request), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<Api.Runs.RunDetails>> ShowRunAsync(
        Api.Runs.ShowRunRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _library.Show(request.RunId), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<RequestPage>> ListRequestsAsync(
        ListRequestsRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _library.Requests(request), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<RecordPage>> ListRecordsAsync(
        ListRecordsRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _library.Records(request, quarantined: false), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<RecordPage>> ListQuarantineAsync(
        ListRecordsRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _library.Records(request, quarantined: true), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<UrlExplanation>> ExplainAsync(ExplainRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _library.Explain(request), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<ExportResponse>> ExportAsync(ExportRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _library.ExportAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<ApiResult<ExportResponse>> ExportAsync(
        ExportRequest request, Stream stream, CancellationToken cancellationToken) =>
        ReadAsync(() => _library.ExportAsync(request, stream, cancellationToken));

    /// <inheritdoc/>
    public Task<ApiResult<ListHostsResponse>> ListHostsAsync(
        ListHostsRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _library.Hosts(request), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<JournalPage>> ReadJournalAsync(ReadJournalRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _library.Journal(request), cancellationToken);

    /// <summary>Stops what this process executes, saved and ready to be resumed, and gives the home free.</summary>
    public async ValueTask DisposeAsync()
    {
        await _seat.DisposeAsync();
        _governor.Dispose();
        _saved.Dispose();
        _schedules.Dispose();
    }

    /// <summary>Files are read in line: a query takes milliseconds, and a door waits for it anyway.</summary>
    private static Task<ApiResult<T>> ReadAsync<T>(Func<ApiResult<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ReadAsync(() => Task.FromResult(read()));
    }

    private static async Task<ApiResult<T>> ReadAsync<T>(Func<Task<ApiResult<T>>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or Engine.Seams.Store.RunStoreException)
        {
            return DiskErrors.Of(error);
        }
    }
}
