using System.Text.Json;
using Microsoft.Playwright;
using Trawl.Browser.Scripts;
using Trawl.Engine.Seams.Rendering;
using Trawl.Model.Plans;

namespace Trawl.Browser.Tabs;

/// <summary>Takes one page from its address to its HTML: waits, does what is to be done on it, reads it.</summary>
internal sealed class PageReading(IPage page, TabVisit visit)
{
    private static readonly TimeSpan s_usualQuiet = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_longestCap = TimeSpan.FromSeconds(10);

    private readonly RenderPlan _plan = visit.Request.Plan;
    private readonly List<PageParts> _turned = [];

    public async Task<RenderedPage> RunAsync()
    {
        var url = visit.Request.Url;
        await visit.CallAsync(page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Commit, Timeout = 0 })).ConfigureAwait(false);
        var quiet = _plan.Quiet ?? (_plan.WaitFor.Count > 0 ? null : s_usualQuiet);
        await SettleAsync(_plan.WaitFor, quiet).ConfigureAwait(false);
        foreach (var action in _plan.Actions) await DoAsync(action).ConfigureAwait(false);
        visit.Doing = "reading it";
        var parts = await SnapshotAsync().ConfigureAwait(false);
        return new RenderedPage { Html = parts.Join(_turned), Screenshot = await PictureAsync().ConfigureAwait(false), Notes = visit.Notes };
    }

    private async Task SettleAsync(IReadOnlyList<string> waitFor, TimeSpan? quiet)
    {
        var cap = _plan.Deadline / 2 < s_longestCap ? _plan.Deadline / 2 : s_longestCap;
        var given = new
        {
            waitFor,
            quiet = quiet?.TotalMilliseconds,
            patience = (_plan.Deadline * 0.9).TotalMilliseconds,
            cap = cap.TotalMilliseconds,
        };
        visit.Doing = waitFor.Count == 0 ? "waiting for it to come to rest" : $"waiting for {string.Join(", ", waitFor.Select(css => $"\"{css}\""))}";
        var settled = await visit.CallAsync(page.EvaluateAsync<JsonElement>(BrowserScripts.Settle, given)).ConfigureAwait(false);
        if (settled.GetProperty("restless").GetBoolean()) visit.Note("The page did not come to rest and was read as it was.");
        foreach (var missing in settled.GetProperty("missing").EnumerateArray()) throw new PageFailedException($"\"{missing}\" did not come");
    }

    private Task DoAsync(BrowserAction action)
    {
        visit.Doing = $"at the action {action.Kind} {action.Css}".TrimEnd();
        return action.Kind switch
        {
            BrowserActionKind.Click => ClickAsync(action.Css!),
            BrowserActionKind.Fill => visit.CallAsync(Find(action.Css!).FillAsync(action.Text ?? "", new() { Timeout = 0 })),
            BrowserActionKind.Scroll => ScrollAsync(action.Times),
            BrowserActionKind.Next => TurnAsync(action),
            _ => SettleAsync([action.Css!], null),
        };
    }

    private async Task ClickAsync(string css)
    {
        await visit.CallAsync(Find(css).ClickAsync(new() { Timeout = 0 })).ConfigureAwait(false);
        await SettleAsync([], _plan.Quiet ?? s_usualQuiet).ConfigureAwait(false);
    }

    private async Task ScrollAsync(int times)
    {
        var given = new { times, cap = (_plan.Deadline * 0.8).TotalMilliseconds };
        var isAtEnd = await visit.CallAsync(page.EvaluateAsync<bool>(BrowserScripts.Scroll, given)).ConfigureAwait(false);
        if (!isAtEnd) visit.Note("Scrolling was broken off before the page's end, for its time.");
    }

    private async Task TurnAsync(BrowserAction action)
    {
        for (var turn = 0; turn < action.Times; turn++)
        {
            var next = Find(action.Css!);
            if (!await visit.CallAsync(next.IsVisibleAsync()).ConfigureAwait(false)
                || !await visit.CallAsync(next.IsEnabledAsync()).ConfigureAwait(false)) return;
            _turned.Add(await SnapshotAsync().ConfigureAwait(false));
            await ClickAsync(action.Css!).ConfigureAwait(false);
        }
    }

    private ILocator Find(string css) => page.Locator("css=" + css).First;

    private async Task<PageParts> SnapshotAsync()
    {
        var parts = await visit.CallAsync(PageParts.TakeAsync(page.MainFrame)).ConfigureAwait(false);
        if (parts.Foreign == 0) return parts;
        await visit.CallAsync(ForeignFrames.WriteOutAsync(page.MainFrame)).ConfigureAwait(false);
        return await visit.CallAsync(PageParts.TakeAsync(page.MainFrame)).ConfigureAwait(false);
    }

    private async Task<byte[]> PictureAsync() => _plan.Screenshot is { } area
        ? await visit.CallAsync(page.ScreenshotAsync(new()
        {
            FullPage = area == ScreenshotArea.Page,
            Animations = ScreenshotAnimations.Disabled,
            Timeout = 0,
        })).ConfigureAwait(false)
        : [];
}
