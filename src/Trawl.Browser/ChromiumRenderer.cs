using Trawl.Browser.Processes;
using Trawl.Browser.Proxy;
using Trawl.Browser.Tabs;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Rendering;
using Trawl.Fetch.Egress;
using Trawl.Model.Plans;

namespace Trawl.Browser;

/// <summary>
/// Opens pages in an installed Chromium, which starts with the first page and is replaced when it dies. Every connection of
/// it goes through the egress guard.
/// </summary>
public sealed class ChromiumRenderer : IPageRenderer
{
    /// <summary>Browsers that may die under one page before the page is to blame.</summary>
    private const int MostLosses = 2;

    /// <summary>Each open page is a process and 60 to 200 MB.</summary>
    private const int MostPages = 16;

    private readonly BrowserOptions _options;
    private readonly GuardProxy _proxy;
    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly SemaphoreSlim _pages;
    private BrowserInstance? _browser;

    public ChromiumRenderer(BrowserOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _pages = new SemaphoreSlim(options.Pages);
        BrowserFolder.Reap();
        _proxy = new GuardProxy(new GuardedDialer(options.Egress, options.Resolver, options.Time));
    }

    /// <summary>The browser of a run.</summary>
    /// <param name="executable">Its path: see <see cref="InstalledChromium"/>.</param>
    /// <param name="plan">What the run may reach, how many pages are open at once, what they are told of who asks.</param>
    /// <param name="seed">Where a page's chance comes from.</param>
    /// <param name="time">The clock of its deadlines.</param>
    public static ChromiumRenderer Of(string executable, PipelinePlan plan, int seed, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new ChromiumRenderer(new BrowserOptions
        {
            Executable = executable,
            Egress = EgressRules.Of(plan),
            UserAgent = Fetch.Headers.UserAgent.From(plan.Fetch),
            Pages = Math.Clamp(plan.Fetch.Concurrency, 1, MostPages),
            Seed = seed,
            Time = time,
        });
    }

    /// <inheritdoc/>
    public async ValueTask<RenderedPage> RenderAsync(RenderRequest request, CancellationToken cancellationToken)
    {
        await _pages.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var page = await TryAsync(request, cancellationToken).ConfigureAwait(false);
            return page with { Notes = [.. page.Notes, .. _proxy.TakeRefusals().Select(reason => $"A page asked for what it may not reach: {reason}")] };
        }
        finally
        {
            _pages.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_browser is { } browser) browser.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _proxy.Dispose();
    }

    private async Task<RenderedPage> TryAsync(RenderRequest request, CancellationToken cancellationToken)
    {
        for (var losses = 1; ; losses++)
        {
            try
            {
                var browser = await BrowserAsync(cancellationToken).ConfigureAwait(false);
                return await new TabTurn(browser, request, _options.Time).RunAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (BrowserLostException lost) when (losses >= MostLosses)
            {
                return new RenderedPage { Error = new FetchError(FetchErrorKind.Browser, lost.Message) };
            }
            catch (BrowserLostException)
            {
                // Killed from outside, or by another page: one more.
            }
        }
    }

    private async Task<BrowserInstance> BrowserAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _browser) is { IsAlive: true } running) return running;
        await _starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_browser is { IsAlive: true } started) return started;
            if (_browser is { } dead) await dead.DisposeAsync().ConfigureAwait(false);
            _browser = null;
            return _browser = await BrowserInstance.StartAsync(_options, _proxy.Address, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _starting.Release();
        }
    }
}
