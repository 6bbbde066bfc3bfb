using System.Text;
using Trawl.Engine.Running;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Model.Runs;
using Trawl.Recording.Capturing;
using Trawl.Recording.Reading;
using Trawl.Storage.Runs;
using Trawl.Web.Urls;

namespace Trawl.Recording.Tests.Support;

/// <summary>A run of the real engine on the real store, recorded, in a folder that goes away with the test.</summary>
internal sealed class RecordedRun : IDisposable, IPageHandler, IOutputPublisher
{
    public RecordedRun(params string[] start) => Plan = new PipelinePlan
    {
        Name = "test",
        Start = [.. start.Select(url => new StartUrl(url))],
        Scope = new ScopePlan { Hosts = ["a.test"] },
        Fetch = new FetchPlan
        {
            Delay = TimeSpan.Zero,
            Concurrency = 4,
            PerHostConcurrency = 4,
            Adaptive = false,
            RetryDelay = TimeSpan.FromMilliseconds(1),
        },
    };

    private IPageHandler? _pages;

    public string Folder { get; } = Directory.CreateTempSubdirectory("trawl-recording-").FullName;

    public ScriptedWeb Web { get; } = new();

    /// <summary>Stands before the web; null for nothing.</summary>
    public IFetcher? Fetcher { get; set; }

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public PipelinePlan Plan { get; set; }

    public string? Fatal => null;

    public string CaptureFolder => RunFiles.Capture(Folder);

    public CaptureOptions Options => new() { Folder = CaptureFolder, Identity = "test", Clock = Clock };

    public string File(int number = 1) => CapturePath.Of(CaptureFolder, number);

    public RunCapture Open() => RunCapture.Open(Folder);

    public Task<RunResult> RunAsync(Func<CaptureOptions, CaptureOptions>? change = null, IPageHandler? pages = null)
    {
        _pages = pages ?? this;
        return ResumeOrStartAsync(CancellationToken.None, change);
    }

    public Task<RunResult> ResumeOrStartAsync(CancellationToken stop, Func<CaptureOptions, CaptureOptions>? change = null)
    {
        if (!System.IO.File.Exists(RunFiles.Database(Folder)))
        {
            SqliteRunStore.Create(Folder, new RunCreation(new RunId("test"), Plan, Clock.GetUtcNow())).DisposeAsync().AsTask().Wait();
        }

        return ResumeAsync(change ?? (options => options), stop);
    }

    public async Task<RunResult> ResumeAsync(Func<CaptureOptions, CaptureOptions> change, CancellationToken stop, Func<IRunStore, IRunStore>? wrap = null)
    {
        await using IRunStore store = SqliteRunStore.Open(Folder);
        using var capturing = new RunCapturing(change(Options));
        var engine = new RunEngine(new RunEngineOptions
        {
            Store = capturing.Around(wrap?.Invoke(store) ?? store),
            Fetcher = capturing.Around(Fetcher ?? Web),
            Pages = _ => _pages ?? this,
            Publisher = this,
            Clock = Clock,
        });
        return await engine.RunAsync(stop, stop);
    }

    /// <summary>Every word of a page that looks like a path is a link; <c>fault</c> is a fault of a step.</summary>
    public ValueTask<PageOutcome> HandleAsync(FetchedPage page, CancellationToken cancellationToken)
    {
        var words = Encoding.UTF8.GetString(page.Response.Body.Span).Split(' ');
        return words.Contains("fault")
            ? throw new InvalidOperationException("a bug in a step")
            : new(new PageOutcome
            {
                Fatal = words.Contains("fatal") ? "a record broke a rule" : null,
                Links = [.. words.Where(w => w.StartsWith('/')).Select(w => new DiscoveredLink(WebUrl.Parse(w, page.Url), "page", false))],
            });
    }

    public ValueTask<IReadOnlyList<PublishedOutput>> PublishAsync(PipelinePlan plan, CancellationToken cancellationToken) => new([]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
