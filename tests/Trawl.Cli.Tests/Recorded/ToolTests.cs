using Trawl.Cli.Tests.Captures;
using Trawl.Cli.Tests.Support;

namespace Trawl.Cli.Tests.Recorded;

/// <summary>The tools on recorded pages, with the shop closed.</summary>
public sealed class ToolTests(RecordedShop shop) : IClassFixture<RecordedShop>
{
    [Fact]
    public async Task Page_ShowsHeadsAndBody()
    {
        var url = await ProductAsync();
        var page = await Exe.RunAsync(shop.Home, "page", "last", url);
        var body = await Exe.RunAsync(shop.Home, "page", "last", url, "--body");

        Assert.Contains("00001.warc.gz, offset ", page.Data, StringComparison.Ordinal);
        Assert.Contains("\nGET /p/", page.Data, StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", body.Data, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task UnknownPage_NamesTheNearest()
    {
        var url = await ProductAsync();
        var refused = await Exe.RunAsync(shop.Home, "page", "last", url + "x", "--json");

        Assert.Equal(2, refused.Code);
        Assert.Contains(url, refused.Json.GetProperty("error").GetProperty("wayOut").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Select_FindsOnAllPagesOfTheRule_OrSaysWhatIsThere()
    {
        var url = await ProductAsync();
        var found = (await Exe.RunAsync(shop.Home, "select", "last", url, "h1", "--json")).Json;
        var missing = (await Exe.RunAsync(shop.Home, "select", "last", url, ".prices", "--json")).Json;

        Assert.Equal(1, found.GetProperty("count").GetInt32());
        Assert.True(found.GetProperty("rule").GetProperty("pagesWithMatch").GetInt64() > 20);
        Assert.Equal(0, missing.GetProperty("count").GetInt32());
        Assert.Equal(".price", missing.GetProperty("alternatives")[0].GetProperty("selector").GetString());
    }

    [Fact]
    public async Task ExplainRecord_ReadsThePageAgainAndGetsTheSame()
    {
        var record = (await Exe.RunAsync(shop.Home, "show", "last", "--records", "--limit", "1", "--json")).Json.GetProperty("records")[0];
        var explained = await Exe.RunAsync(shop.Home, "explain", "last", "--record", $"#{record.GetProperty("id").GetInt64()}", "--json");

        Assert.True(explained.Code == 0, explained.Talk);
        Assert.True(explained.Json.GetProperty("isSame").GetBoolean());
        Assert.NotEmpty(explained.Json.GetProperty("fields").EnumerateArray());
        Assert.Equal(2, (await Exe.RunAsync(shop.Home, "explain", "last")).Code);
    }

    [Fact]
    public async Task Fixture_Passes_UntilThePipelineChanges()
    {
        var made = await Exe.RunAsync(shop.Home, "fixture", "last", await ProductAsync(), "--name", "one");
        string[] test = ["test", "bench.yaml", "--set", $"site={shop.Site}", "--json"];
        var passed = await Exe.RunAsync(shop.Home, test);
        var expected = Path.Combine(shop.Home, "bench.fixtures", "one", "expected.json");
        var text = await File.ReadAllTextAsync(expected);
        await File.WriteAllTextAsync(expected, text.Replace("\"sku\": \"", "\"sku\": \"not-", StringComparison.Ordinal));
        var failed = await Exe.RunAsync(shop.Home, test);
        var updated = await Exe.RunAsync(shop.Home, [.. test, "--update"]);

        Assert.True(made.Code == 0, made.Talk);
        Assert.True(passed.Code == 0, passed.Data + passed.Talk);
        Assert.Equal(3, failed.Code);
        var difference = failed.Json.GetProperty("cases")[0].GetProperty("differences")[0];
        Assert.Equal("product[0].sku", difference.GetProperty("place").GetString());
        Assert.Equal(0, updated.Code);
        Assert.Equal(text, await File.ReadAllTextAsync(expected));
    }

    private async Task<string> ProductAsync()
    {
        var records = (await Exe.RunAsync(shop.Home, "show", "last", "--records", "--type", "product", "--limit", "1", "--json")).Json;
        return records.GetProperty("records")[0].GetProperty("url").GetString()!;
    }
}
