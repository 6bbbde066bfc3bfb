using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Playwright;
using Trawl.Browser.Scripts;
using Trawl.Browser.Tabs;
using Trawl.Model.Plans;

namespace Trawl.Browser.Processes;

/// <summary>One running Chromium with its driver. When it dies it is dead for good: another takes its place.</summary>
internal sealed partial class BrowserInstance : IAsyncDisposable
{
    private static readonly TimeSpan s_startPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_closePatience = TimeSpan.FromSeconds(1);

    private static readonly string[] s_arguments =
    [
        // No way out but the proxy: no UDP, no names resolved by the browser itself.
        "--disable-quic", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", "--dns-prefetch-disable",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        "--disable-gpu", "--disable-site-isolation-trials", "--disable-domain-reliability", "--no-pings", "--mute-audio",
        // A page that fills memory ends its own renderer first.
        "--js-flags=--max-old-space-size=1024",
    ];

    private readonly BrowserFolder _folder;
    private readonly IPlaywright _driver;
    private readonly IBrowser _browser;
    private readonly BrowserOptions _options;
    private readonly ConcurrentDictionary<string, Lazy<Task<IBrowserContext>>> _contexts = new(StringComparer.Ordinal);

    private BrowserInstance(BrowserFolder folder, IPlaywright driver, IBrowser browser, BrowserOptions options) =>
        (_folder, _driver, _browser, _options) = (folder, driver, browser, options);

    /// <summary>Whether it can be used.</summary>
    public bool IsAlive => _browser.IsConnected;

    /// <summary>Tabs that wait for their next page, by what they are told of the world.</summary>
    public ConcurrentDictionary<string, ConcurrentBag<Tab>> Idle { get; } = new(StringComparer.Ordinal);

    /// <exception cref="BrowserLostException">It does not start; the message says why.</exception>
    public static async Task<BrowserInstance> StartAsync(BrowserOptions options, string proxy, CancellationToken cancellationToken)
    {
        var folder = BrowserFolder.Create();
        IPlaywright? driver = null;
        try
        {
            driver = await Driver.StartAsync(folder.Path, cancellationToken).ConfigureAwait(false);
            var browser = await driver.Chromium.LaunchAsync(Launch(options, proxy)).WaitAsync(s_startPatience, options.Time, cancellationToken)
                .ConfigureAwait(false);
            return new BrowserInstance(folder, driver, browser, options);
        }
        catch (Exception error)
        {
            driver?.Dispose();
            folder.Dispose();
            if (error is OperationCanceledException) throw;
            throw new BrowserLostException($"\"{options.Executable}\" did not start: {Reason(error)}", error);
        }
    }

    /// <summary>A tab for pages that are told the same of the world.</summary>
    public async Task<Tab> OpenAsync(RenderPlan plan)
    {
        if (plan.Fresh) return await Tab.OpenAsync(await ContextAsync(plan).ConfigureAwait(false)).ConfigureAwait(false);
        var world = World(plan);
        if (Idle.TryGetValue(world, out var idle) && idle.TryTake(out var tab)) return tab;
        var context = await _contexts.GetOrAdd(world, _ => new(() => ContextAsync(plan))).Value.ConfigureAwait(false);
        return await Tab.OpenAsync(context).ConfigureAwait(false);
    }

    public void Return(Tab tab, RenderPlan plan) => Idle.GetOrAdd(World(plan), static _ => []).Add(tab);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _browser.CloseAsync().WaitAsync(s_closePatience, _options.Time).ConfigureAwait(false);
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            // The folder's end is the end of all that runs in it.
        }

        _driver.Dispose();
        _folder.Dispose();
    }

    private static string World(RenderPlan plan) => FormattableString.Invariant(
        $"{plan.Width}x{plan.Height} {plan.Locale} {plan.Zone} {plan.Clock?.UtcTicks}");

    private async Task<IBrowserContext> ContextAsync(RenderPlan plan)
    {
        var context = await _browser.NewContextAsync(new()
        {
            AcceptDownloads = false,
            ServiceWorkers = ServiceWorkerPolicy.Block,
            UserAgent = _options.UserAgent,
            Locale = plan.Locale,
            TimezoneId = plan.Zone,
            ViewportSize = new() { Width = plan.Width, Height = plan.Height },
            DeviceScaleFactor = 1,
            ReducedMotion = ReducedMotion.Reduce,
        }).ConfigureAwait(false);
        await context.AddInitScriptAsync(BrowserScripts.Prepare(_options.Seed, plan.Clock)).ConfigureAwait(false);
        return context;
    }

    private static BrowserTypeLaunchOptions Launch(BrowserOptions options, string proxy) => new()
    {
        ExecutablePath = options.Executable,
        Headless = true,
        // Chromium refuses to isolate itself where it runs as root, as it does in most containers.
        ChromiumSandbox = !OperatingSystem.IsLinux() || EffectiveUser() != 0,
        Proxy = new Microsoft.Playwright.Proxy { Server = proxy, Bypass = "<-loopback>" },
        Args = s_arguments,
        HandleSIGHUP = false,
        HandleSIGINT = false,
        HandleSIGTERM = false,
        Timeout = (float)s_startPatience.TotalMilliseconds,
    };

    private static string Reason(Exception error) => error.Message.Trim().Split('\n')[0].Trim().TrimEnd('.');

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
