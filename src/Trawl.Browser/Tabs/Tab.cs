using Microsoft.Playwright;

namespace Trawl.Browser.Tabs;

/// <summary>One tab, used for page after page: a new one for each would begin with a cold cache and cost half the speed.</summary>
internal sealed class Tab
{
    private const int MostVisits = 200;

    private readonly RequestGate _gate;
    private TabVisit? _visit;
    private int _visits;

    private Tab(IPage page, RequestGate gate) => (Page, _gate) = (page, gate);

    public IPage Page { get; }

    /// <summary>Whether it has been used so long that a new one is better: what pages leave behind adds up.</summary>
    public bool IsWorn => _visits >= MostVisits;

    public static async Task<Tab> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync().ConfigureAwait(false);
        var session = await context.NewCDPSessionAsync(page).ConfigureAwait(false);
        var tree = await session.SendAsync("Page.getFrameTree").ConfigureAwait(false);
        var mainFrame = tree!.Value.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!;
        await session.SendAsync("Network.enable").ConfigureAwait(false);
        var gate = new RequestGate(session, mainFrame);
        gate.Listen();
        var tab = new Tab(page, gate);
        tab.Watch();
        return tab;
    }

    /// <summary>Makes the visit the one whose requests, dialogs and crashes count.</summary>
    public async Task BeginAsync(TabVisit visit)
    {
        _visits++;
        Volatile.Write(ref _visit, visit);
        await visit.CallAsync(_gate.BlockAsync(visit.Request.Plan.Block)).ConfigureAwait(false);
        _gate.Serve(visit);
    }

    public void End()
    {
        _gate.Serve(null);
        Volatile.Write(ref _visit, null);
    }

    private void Watch()
    {
        Page.Dialog += (_, dialog) =>
        {
            if (dialog.Type == DialogType.BeforeUnload)
            {
                // Dismissed, the page would stay.
                _ = Quietly(dialog.AcceptAsync());
                return;
            }

            Volatile.Read(ref _visit)?.Note($"The page opened a dialog ({dialog.Type}), which was dismissed.");
            _ = Quietly(dialog.DismissAsync());
        };
        Page.Popup += (_, popup) =>
        {
            Volatile.Read(ref _visit)?.Note("The page opened a window, which was closed.");
            _ = Quietly(popup.CloseAsync());
        };
        Page.Download += (_, _) => Volatile.Read(ref _visit)?.Note("The page began a download, which was broken off.");
        Page.Crash += (_, _) => Volatile.Read(ref _visit)?.Break(new PageFailedException("the page crashed its renderer"));
    }

    private static async Task Quietly(Task call)
    {
        try
        {
            await call.ConfigureAwait(false);
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            // It is gone already.
        }
    }
}
