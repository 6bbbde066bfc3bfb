using Trawl.EndToEnd.Tests.Support;

namespace Trawl.Browser.Tests.Runs;

/// <summary>Whole runs of the real program with the real browser.</summary>
public sealed class BrowserRunTests
{
    private static readonly (string Name, string Value) s_noBrowser = ("TRAWL_BROWSER", "/no/such/chromium");

    [Fact]
    public async Task TheWholeShopIsCollectedAndItsReplayNeedsNoBrowser()
    {
        await using var run = await ShopRun.OpenAsync(new() { Products = 8 });
        using var trawl = run.Start("/", ShopRun.AllPages);
        trawl.WaitForExit(TimeSpan.FromMinutes(2));
        Assert.True(trawl.ExitCode == 0, trawl.Talk);
        Assert.Equal(run.Expected(), run.Found());
        Assert.All(run.Shop.Hits.Where(hit => hit.Key.StartsWith("/p/", StringComparison.Ordinal)), hit => Assert.Equal(1, hit.Value));
        Assert.DoesNotContain(run.Shop.Hits.Keys, path => path.StartsWith("/img/", StringComparison.Ordinal));
        var before = run.Shop.Hits.Values.Sum();

        using var replay = run.Go(["replay", Path.GetFileName(run.Books.Folder), "--check"], s_noBrowser);

        Assert.True(replay.ExitCode == 0, replay.Talk);
        Assert.StartsWith("The same", replay.Out, StringComparison.Ordinal);
        Assert.Equal(before, run.Shop.Hits.Values.Sum());
    }

    [Fact]
    public async Task AutoTakesTheBrowserWhereASampleNeedsItAndSaysWhy()
    {
        await using var run = await ShopRun.OpenAsync(new() { Products = 3 });
        using var trawl = run.Start("/p/1", """
              scripted:
                url: /p/*
                render: auto
                browser: { waitFor: .price }
                extract: { product: { fields: { sku: { css: .sku, required: true }, price: .price } } }
            """);
        trawl.WaitForExit(TimeSpan.FromMinutes(2));

        Assert.True(trawl.ExitCode == 0, trawl.Talk);
        var said = Assert.Single(run.Books.Query("SELECT data FROM journal WHERE kind = 50"));
        Assert.Contains("rule \\\"scripted\\\" (render: auto) are opened in the browser", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AutoDoesWithoutWhereTheServerSendsItAll()
    {
        await using var run = await ShopRun.OpenAsync(new() { Products = 3 });
        using var trawl = run.Start("/plain/{1..3}", """
              plain:
                url: /plain/*
                render: auto
                extract: { product: { fields: { sku: { css: .sku, required: true }, price: .price } } }
            """);
        trawl.WaitForExit(TimeSpan.FromMinutes(2));

        Assert.True(trawl.ExitCode == 0, trawl.Talk);
        var said = Assert.Single(run.Books.Query("SELECT data FROM journal WHERE kind = 50"));
        Assert.Contains("read as the server sends them: both ways give 1 records and 0 links", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutABrowserOnlyPipelinesThatNeedOneAreRefused()
    {
        await using var run = await ShopRun.OpenAsync(new() { Products = 1 });
        const string rule = "  plain: { url: /plain/*, extract: { product: { fields: { sku: .sku } } } }";
        using var refused = run.Start("/plain/1", rule.Replace("url:", "render: always, url:", StringComparison.Ordinal), s_noBrowser);
        refused.WaitForExit(TimeSpan.FromMinutes(1));
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("TRAWL-FETCH-031", refused.Talk, StringComparison.Ordinal);
        Assert.Contains("apt-get install chromium", refused.Talk, StringComparison.Ordinal);
        Assert.Empty(run.Shop.Hits);

        using var plain = run.Start("/plain/1", rule, s_noBrowser);
        plain.WaitForExit(TimeSpan.FromMinutes(1));
        Assert.True(plain.ExitCode == 0, plain.Talk);
    }
}
