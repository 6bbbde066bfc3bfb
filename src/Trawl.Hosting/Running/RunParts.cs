using Trawl.Api.Errors;
using Trawl.Enrich;
using Trawl.Engine.Running;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;
using Trawl.Fetch.Egress;
using Trawl.Fetch.Http;
using Trawl.Fetch.Rendering;
using Trawl.Hosting.Drifting;
using Trawl.Governor;
using Trawl.Hosting.Home;
using Trawl.Hosting.Incremental;
using Trawl.Hosting.Rendering;
using Trawl.Hosting.Sessions;
using Trawl.Hosting.Tracing;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Recording.Archives;
using Trawl.Recording.Capturing;
using Trawl.Recording.Plugins;
using Trawl.Recording.Redacting;
using Trawl.Recording.Revalidating;
using Trawl.Steps;
using Trawl.Storage.Outputs;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;
using Trawl.Web.Urls;

namespace Trawl.Hosting.Running;

/// <summary>Chooses the parts an engine works with: the one place that knows all rooms.</summary>
internal sealed class RunParts(
    HomeFolder home, HomeSeal seal, TimeProvider clock, ResourceGovernor governor, Func<FetcherOptions, IFetcher>? fetcher, RunBrowsers browsers)
{
    /// <summary>Measures what durability costs; a run made so is lost in a power cut.</summary>
    private const string NotDurableVariable = "TRAWL_BENCH_NOT_DURABLE";

    private readonly RunStoreOptions _store = new() { Durable = Environment.GetEnvironmentVariable(NotDurableVariable) != "1" };

    public bool Exists(RunId id) => File.Exists(RunFiles.Database(FolderOf(id.Value)));

    /// <summary>Writes a run down, durably.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public ValueTask CreateAsync(RunId id, PipelinePlan plan, string? source) =>
        SqliteRunStore.Create(FolderOf(id.Value), new RunCreation(id, plan, clock.GetUtcNow(), source), _store).DisposeAsync();

    /// <summary>The plan with all that is found out when a run is accepted: the run it goes on from.</summary>
    public ApiResult<PipelinePlan> Fix(PipelinePlan plan) => new RunBefore(home).Fix(plan);

    /// <summary>Writes the wish to cancel down; false when the run is final already.</summary>
    public bool RequestCancellation(string runId) => RunCancellation.Request(FolderOf(runId), clock.GetUtcNow()).Accepted;

    public IRunStore Open(string runId) => SqliteRunStore.Open(FolderOf(runId), _store);

    /// <param name="runId">The run.</param>
    /// <param name="store">Its store.</param>
    /// <param name="secrets">Values for its headers.</param>
    /// <param name="onProgress">Told of progress.</param>
    /// <param name="owned">What is to be disposed when the engine has left.</param>
    public RunEngineOptions Engine(
        string runId, IRunStore store, HeaderSecrets secrets, Action<RunProgress> onProgress, out IDisposable owned)
    {
        var folder = FolderOf(runId);
        var plan = RunReader.ReadPlan(folder);
        var temporary = Path.Combine(folder, "tmp");
        if (Directory.Exists(temporary))
        {
            // Bodies that a dead engine had in hand.
            Directory.Delete(temporary, recursive: true);
        }

        var session = plan.Archive is null && (plan.Fetch.Cookies || plan.Login is not null) ? new SessionFile(folder, seal, clock) : null;
        var options = new FetcherOptions
        {
            Cookies = session?.Jar,
            Plan = plan.Fetch,
            Headers = secrets.Resolve(plan.Fetch.Headers),
            Egress = EgressRules.Of(plan),
            Proxies = secrets.Resolve(plan.Proxies),
            ProxyEgress = EgressRules.ForProxies(plan),
            TempFolder = temporary,
            Time = clock,
        };
        var urls = seal.UrlsOf(plan);
        var parts = new OwnedParts();
        owned = parts;
        var fetched = browsers.Around(Sessions(Fetcher(plan, folder, options), plan, session, secrets), plan, new PageHandler(plan), RunSeed.Of(runId), parts);
        var live = parts.Add(new SecretsFetcher(fetched, secrets, urls));
        var asked = Revalidating(plan, live, parts);
        store = ArchiveStore.Around(store, plan, folder);
        var capturing = plan.Capture.Mode == CaptureMode.None ? null : parts.Add(new RunCapturing(Capture(runId, plan, urls)));
        var plugins = !RunPlugins.IsNeeded(plan) ? null
            : parts.Add(new RunPlugins(
                folder, plan, ForPlugins(runId, plan, live, secrets, urls, parts), Answers(plan, folder, secrets, parts), secrets, clock, governor));
        var governed = parts.Add(governor.Join(plan.Fetch.Concurrency, NeedsNetwork(plan)));
        var made = new RunEngineOptions
        {
            Governor = governed,
            Store = capturing?.Around(store) ?? store,
            Fetcher = capturing?.Around(asked) ?? asked,
            Seal = urls,
            Source = plugins?.Source,
            Pages = p => plugins?.Around(new PageHandler(p)) ?? new PageHandler(p),
            Publisher = plugins?.Around(new OutputPublisher(folder, _store), runId, folder, _store) ?? new OutputPublisher(folder, _store),
            Review = new RunReviews(new DriftReview(home.Runs, folder, _store), new ChangeReview(home, folder, _store)),
            Clock = clock,
            Unpaced = plan.Archive is not null,
            Seed = RunSeed.Of(runId),
            OnProgress = onProgress,
        };
        return RequestTraces.IsWanted ? new RequestTraces(runId).Around(made) : made;
    }

    /// <summary>Does what must be done before the first request: indexes the run's archives, unless that is done.</summary>
    /// <exception cref="ArchiveUnusableException">They cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    public void Prepare(string runId, Action<ArchiveProgress> onProgress, CancellationToken cancellationToken)
    {
        var plan = RunReader.ReadPlan(FolderOf(runId));
        if (plan.Archive is null)
        {
            return;
        }

        ArchiveFiles.Check(plan.Archive);
        var folder = new ArchiveFolder(FolderOf(runId));
        if (folder.Read() is null)
        {
            new ArchiveIndexer(plan, folder, onProgress).Build(cancellationToken);
        }
    }

    /// <summary>Keeps cookies, and logs in where the plan says how.</summary>
    private static IFetcher Sessions(IFetcher fetcher, PipelinePlan plan, SessionFile? session, HeaderSecrets secrets)
    {
        if (session is null)
        {
            return fetcher;
        }

        session.Load();
        var keeping = new SessionFetcher(fetcher, session);
        return plan.Login is not { } login ? keeping : new LoginFetcher(
            keeping, new LoginWalk(keeping, plan, () => secrets.Resolve(login.Fields)), new SessionSigns(login, plan.Fetch.MaxBody), session);
    }

    /// <summary>Asks for what changed alone, where there is an earlier run to go on from; in a browser a page may change though its text did not.</summary>
    private IFetcher Revalidating(PipelinePlan plan, IFetcher live, OwnedParts parts)
    {
        if (plan.Incremental?.Since is not { } since || !RunId.TryParse(since, out _)
            || EarlierPages.Open(FolderOf(since)) is not { } earlier)
        {
            return live;
        }

        var rendered = new RenderRules(plan);
        return parts.Add(new RevalidatingFetcher(live, earlier, url => rendered.Find(url) is null));
    }

    /// <summary>What plugins fetch is recorded where the run is: a replay answers them from it.</summary>
    private IFetcher ForPlugins(string runId, PipelinePlan plan, IFetcher live, HeaderSecrets secrets, IUrlSeal? urls, OwnedParts parts)
    {
        if (plan.Capture.Mode == CaptureMode.None)
        {
            return live;
        }

        var seal = new PluginSecretSeal(secrets.ForPlugins(plan), urls);
        return parts.Add(new PluginFetchRecorder(live, FolderOf(runId), runId, new Redaction(SecretHeaders(plan), seal), seal, clock));
    }

    /// <summary>
    /// What tools and models answer is recorded whatever the capture: without the record a run that goes on would ask again what
    /// it has paid for.
    /// </summary>
    private IAnswers Answers(PipelinePlan plan, string folder, HeaderSecrets secrets, OwnedParts parts) =>
        parts.Add<RecordingAnswers>(new RecordingAnswers(folder, secrets.ForTools(plan), clock, _store.Durable));

    private IFetcher Fetcher(PipelinePlan plan, string folder, FetcherOptions options) =>
        plan.Archive is not null ? new ArchiveFetcher(plan, new ArchiveFolder(folder))
        : fetcher is null ? new HttpFetcher(options)
        : fetcher(options);

    private CaptureOptions Capture(string runId, PipelinePlan plan, IUrlSeal? urls) => new()
    {
        Redaction = new Redaction(SecretHeaders(plan), urls),
        Folder = RunFiles.Capture(FolderOf(runId)),
        Identity = runId,
        Mode = plan.Capture.Mode,
        Durable = _store.Durable,
        Clock = clock,
    };

    private static IEnumerable<string> SecretHeaders(PipelinePlan plan) => plan.Capture.RedactHeaders.Concat(
        plan.Fetch.Headers.Concat(plan.Start.OfType<StartUrl>().SelectMany(s => s.Headers ?? []))
            .Where(header => PlanSealing.IsSecret(header, plan)).Select(header => header.Name));

    /// <summary>Whether a run without a network would only use up its tries: not from archives, nor with a private address allowed.</summary>
    private static bool NeedsNetwork(PipelinePlan plan) => plan.Archive is null && plan.Egress.Allow.Count == 0
        && !plan.Start.OfType<StartUrl>().Any(start => EgressRules.IsLocalLiteral(WebUrl.Parse(start.Url)));

    private string FolderOf(string runId) => Path.Combine(home.Runs, runId);
}
