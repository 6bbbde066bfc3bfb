using System.Globalization;
using Microsoft.Playwright;
using Trawl.Browser.Processes;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Rendering;

namespace Trawl.Browser.Tabs;

/// <summary>One page's turn in a browser: a tab for it, its deadline, and what becomes of the tab.</summary>
internal sealed class TabTurn(BrowserInstance browser, RenderRequest request, TimeProvider time)
{
    private static readonly TimeSpan s_closePatience = TimeSpan.FromSeconds(5);

    /// <exception cref="BrowserLostException">The browser died.</exception>
    public async Task<RenderedPage> RunAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(request.Plan.Deadline, time);
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var visit = new TabVisit(request, abort.Token);
        Tab? tab = null;
        try
        {
            tab = await visit.CallAsync(browser.OpenAsync(request.Plan)).ConfigureAwait(false);
            await tab.BeginAsync(visit).ConfigureAwait(false);
            var page = await new PageReading(tab.Page, visit).RunAsync().ConfigureAwait(false);
            await LeaveAsync(tab, isWell: true).ConfigureAwait(false);
            return page;
        }
        catch (Exception error) when (error is OperationCanceledException or PageFailedException)
        {
            var left = tab is null ? Task.CompletedTask : LeaveAsync(tab, isWell: false);
            // Whoever cancels does not wait for a page that may be in an endless loop.
            cancellationToken.ThrowIfCancellationRequested();
            await left.ConfigureAwait(false);
            if (!browser.IsAlive) throw new BrowserLostException("the browser died while the page was open", error);
            return Failed(visit, error);
        }
    }

    private RenderedPage Failed(TabVisit visit, Exception error)
    {
        var limit = string.Create(CultureInfo.InvariantCulture, $"{request.Plan.Deadline.TotalSeconds:0.###} s");
        var reason = error is PageFailedException
            ? error.Message
            : $"it was not ready within {limit} (browser.deadline), while {visit.Doing}";
        return new RenderedPage
        {
            Notes = visit.Notes,
            Error = new FetchError(FetchErrorKind.Browser, $"The page could not be read in the browser: {reason}."),
        };
    }

    private async Task LeaveAsync(Tab tab, bool isWell)
    {
        tab.End();
        if (isWell && !request.Plan.Fresh && !tab.IsWorn)
        {
            browser.Return(tab, request.Plan);
            return;
        }

        try
        {
            // A page in an endless loop does not leave for another one, but it can be closed.
            var close = request.Plan.Fresh ? tab.Page.Context.CloseAsync() : tab.Page.CloseAsync();
            await close.WaitAsync(s_closePatience, time).ConfigureAwait(false);
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            // It ends with the browser.
        }
    }
}
