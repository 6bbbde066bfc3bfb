using Trawl.Cli.Tests.Captures;
using Trawl.Cli.Tests.Support;

namespace Trawl.Cli.Tests.Replaying;

/// <summary>A changed pipeline over a recorded run, its site gone: what would be different.</summary>
public sealed class TryPlanTests(RecordedShop shop) : IClassFixture<RecordedShop>
{
    [Fact]
    public async Task TheSamePipeline_MakesNoDifference()
    {
        var diff = await TryAsync(Bench.Pipeline);

        Assert.True(diff.Code == 0, diff.Data + diff.Talk);
        var type = Assert.Single(diff.Json.GetProperty("types").EnumerateArray());
        Assert.Equal(30, type.GetProperty("before").GetInt32());
        Assert.Equal(30, type.GetProperty("after").GetInt32());
        Assert.Empty(diff.Json.GetProperty("records").EnumerateArray());
        Assert.Empty(diff.Json.GetProperty("missing").EnumerateArray());
    }

    [Fact]
    public async Task ABrokenSelector_ShowsInTheFillRate_AndInEveryRecord()
    {
        var changed = Bench.Pipeline.Replace("price: { css: .price, type: decimal, locale: en-GB, required: true }", "price: { css: .prize }", StringComparison.Ordinal);
        var html = Path.Combine(shop.Home, "difference.html");
        var diff = await TryAsync(changed, "--html", html);

        Assert.True(diff.Code == 0, diff.Data + diff.Talk);
        var type = Assert.Single(diff.Json.GetProperty("types").EnumerateArray());
        Assert.Equal(30, type.GetProperty("changed").GetInt32());
        var price = type.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "price");
        Assert.Equal((1.0, 0.0), (price.GetProperty("filledBefore").GetDouble(), price.GetProperty("filledAfter").GetDouble()));
        Assert.Equal(30, diff.Json.GetProperty("records").GetArrayLength());
        var page = await File.ReadAllTextAsync(html);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.Contains("<b>30</b><span class=\"dim\">changed</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APageNobodyFetched_IsListedAndNotAskedFor()
    {
        var changed = Bench.Pipeline.Replace("start: ${site}/", "start: [\"${site}/\", \"${site}/never/fetched\"]", StringComparison.Ordinal);
        var diff = await TryAsync(changed);

        Assert.True(diff.Code == 0, diff.Data + diff.Talk);
        Assert.Equal($"{shop.Site}/never/fetched", Assert.Single(diff.Json.GetProperty("missing").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task ABrokenPipeline_IsWrongUsage() =>
        Assert.Equal(2, (await TryAsync("name: bench\nstart: nowhere")).Code);

    private async Task<Exe.Finished> TryAsync(string pipeline, params string[] more)
    {
        var file = Path.Combine(shop.Home, "changed.yaml");
        await File.WriteAllTextAsync(file, pipeline);
        return await Exe.RunAsync(shop.Home, ["replay", "last", "--with", file, "--set", $"site={shop.Site}", "--json", .. more]);
    }
}
