namespace Trawl.Tests.Shared.Browser;

/// <summary>ReplayWeb.page, served on loopback and opened in Chromium.</summary>
internal static class ReplayWebPage
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    /// <summary>Opens a page of a package and gives all that is to be read on the screen once the wanted text is among it.</summary>
    public static async Task<string> ReadAsync(string wacz, string pageUrl, string wanted)
    {
        var player = Repository.PathOf("artifacts", "testdata", "replayweb");
        Assert.True(Directory.Exists(player), "ReplayWeb.page is absent. Install it with: eng/testdata.sh warc");
        using var deadline = new CancellationTokenSource(s_patience);
        using var site = new FileSite(player, Path.GetDirectoryName(wacz)!);
        await using var chromium = await Chromium.StartAsync(deadline.Token);
        var source = Uri.EscapeDataString(site.Root + Path.GetFileName(wacz));
        var url = $"{site.Root}?source={source}#view=resources&url={Uri.EscapeDataString(pageUrl)}";
        var page = await chromium.OpenAsync(url, deadline.Token);
        var text = await page.WaitForTextAsync(wanted, deadline.Token);
        if (Environment.GetEnvironmentVariable("TRAWL_SCREENSHOTS") is { } folder)
        {
            var name = string.Concat(pageUrl.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')) + ".png";
            await File.WriteAllBytesAsync(Path.Combine(folder, name), await page.ScreenshotAsync(deadline.Token));
        }

        return text;
    }
}
