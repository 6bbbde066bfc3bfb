using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Trawl.Cli.Tests.Support;
using Trawl.Tests.Shared;
using Trawl.Tests.Shared.Browser;

namespace Trawl.Cli.Tests.Captures;

/// <summary>What a real run recorded, shown, checked, packed, and judged by the tools of others.</summary>
public sealed class CaptureCommandTests(RecordedShop shop) : IClassFixture<RecordedShop>
{
    [Fact]
    public async Task Capture_Verify_CountsEveryExchangeAndFindsNothing()
    {
        var show = (await Exe.RunAsync(shop.Home, "show", shop.RunId, "--json")).Json;
        var capture = await Exe.RunAsync(shop.Home, "capture", shop.RunId, "--verify", "--json");
        Assert.Equal(0, capture.Code);
        var verdict = capture.Json.GetProperty("verdict");

        var attempts = show.GetProperty("run").GetProperty("attempts").GetInt64();
        Assert.Equal(attempts + 1, capture.Json.GetProperty("exchanges").GetInt64());
        Assert.Equal(attempts + 1, verdict.GetProperty("exchangesRead").GetInt64());
        Assert.Equal(attempts + 1, verdict.GetProperty("records").GetProperty("request").GetInt64());
        Assert.Equal(0, verdict.GetProperty("defectCount").GetInt64());
    }

    [Fact]
    public async Task Capture_ForPeople_NamesFilesAndNumbers()
    {
        var capture = await Exe.RunAsync(shop.Home, "capture", shop.RunId, "--verify");
        Assert.Contains("00001.warc.gz", capture.Data, StringComparison.Ordinal);
        Assert.Contains("All is as it should be.", capture.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Capture_VerifyADamagedFile_NamesItAndTheOffset()
    {
        var file = Path.Combine(shop.CaptureFolder, "00001.warc.gz");
        var whole = await File.ReadAllBytesAsync(file);
        try
        {
            var damaged = whole.ToArray();
            damaged[whole.Length / 2] ^= 0x55;
            await File.WriteAllBytesAsync(file, damaged);
            var capture = await Exe.RunAsync(shop.Home, "capture", shop.RunId, "--verify", "--json");

            Assert.Equal(3, capture.Code);
            var defects = capture.Json.GetProperty("verdict").GetProperty("defects").EnumerateArray().ToList();
            Assert.Contains(defects, d => d.GetProperty("file").GetString() == file && d.GetProperty("offset").GetInt64() > 0);
        }
        finally
        {
            await File.WriteAllBytesAsync(file, whole);
        }
    }

    [Fact]
    public async Task Wacz_IndexIsTheOneThatWarcioMakes()
    {
        var wacz = await PackAsync("warcio.wacz");
        var theirs = Warcio.Node("node_modules/warcio/dist/cli.js", "cdx-index", "--format", "cdxj", Path.Combine(shop.CaptureFolder, "00001.warc.gz"));
        Assert.Equal(theirs.Order(StringComparer.Ordinal), Lines(wacz, "indexes/index.cdx"));
    }

    [Fact]
    public async Task Wacz_APageIsShownByReplayWebPage_WithTheShopClosed()
    {
        var wacz = await PackAsync("shop.wacz");
        var records = (await Exe.RunAsync(shop.Home, "show", shop.RunId, "--records", "--limit", "1", "--json")).Json;
        var record = records.GetProperty("records")[0];
        var (url, sku) = (record.GetProperty("url").GetString()!, record.GetProperty("data").GetProperty("sku").GetString()!);
        var page = Lines(wacz, "pages/pages.jsonl").Select(line => JsonDocument.Parse(line).RootElement)
            .Single(line => line.TryGetProperty("url", out var of) && of.GetString() == url);

        var text = await ReplayWebPage.ReadAsync(wacz, url, sku);

        Assert.EndsWith(" · Tern & Sons", page.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains(page.GetProperty("title").GetString()!.Split(" · ")[0], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wacz_Twice_IsTheSameFile()
    {
        var first = await File.ReadAllBytesAsync(await PackAsync("same.wacz"));
        Assert.Equal(first, await File.ReadAllBytesAsync(await PackAsync("same.wacz")));
    }

    private async Task<string> PackAsync(string name)
    {
        var path = Path.Combine(shop.Home, name);
        var packed = await Exe.RunAsync(shop.Home, "capture", shop.RunId, "--wacz", path);
        Assert.True(packed.Code == 0, packed.Talk);
        Assert.Equal(path + "\n", packed.Data);
        Assert.False(File.Exists(path + ".part"));
        return path;
    }

    private static string[] Lines(string wacz, string member)
    {
        using var zip = ZipFile.OpenRead(wacz);
        using var reader = new StreamReader(zip.GetEntry(member)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
