using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Trawl.Cli.Tests.Captures;
using Trawl.Cli.Tests.Support;

namespace Trawl.Cli.Tests.Archives;

/// <summary>Pipelines over archives; the shop they were made of is closed.</summary>
public sealed class FromArchiveTests(RecordedShop shop) : IClassFixture<RecordedShop>
{
    private string Capture => Path.Combine(shop.CaptureFolder, "00001.warc.gz");

    [Fact]
    public async Task OwnCapture_AsWarcAsFolderAndAsPackage_GivesTheDatasetOfTheRun()
    {
        var expected = Dataset((await Exe.RunAsync(shop.Home, "show", shop.RunId, "--json")).Json);
        var wacz = Path.Combine(shop.Home, "from.wacz");
        Assert.Equal(0, (await Exe.RunAsync(shop.Home, "capture", shop.RunId, "--wacz", wacz)).Code);
        foreach (var archive in new[] { Capture, shop.CaptureFolder, wacz })
        {
            var run = await RunAsync("--from", archive);
            Assert.Equal(expected, Dataset(run.Json));
        }
    }

    [Fact]
    public async Task WholeFileInOneGzipMember_IsCopiedAndGivesTheSame()
    {
        var expected = Dataset((await RunAsync("--from", Capture)).Json);
        var whole = Path.Combine(shop.Home, "whole.warc.gz");
        await using (var source = new GZipStream(File.OpenRead(Capture), CompressionMode.Decompress))
        await using (var target = new GZipStream(File.Create(whole), CompressionLevel.Fastest))
        {
            await source.CopyToAsync(target);
        }

        Assert.Equal(expected, Dataset((await RunAsync("--from", whole)).Json));
    }

    [Fact]
    public async Task AllPages_WithoutLinks_AreEachAStart()
    {
        var run = await RunAsync("--from", Capture, "--all");
        Assert.True(run.Json.GetProperty("records").GetProperty("product").GetInt64() >= 30, run.Talk);
    }

    [Fact]
    public async Task WhatTheArchiveDoesNotHold_HasACodeOfItsOwnAndIsCounted()
    {
        var file = Path.Combine(shop.Home, "cut.warc.gz");
        var bytes = await File.ReadAllBytesAsync(Capture);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)]);
        var run = await RunAsync("--from", file);
        var problem = run.Json.GetProperty("problems").EnumerateArray()
            .Single(p => p.GetProperty("code").GetString() == "TRAWL-FETCH-020");
        Assert.True(problem.GetProperty("count").GetInt64() > 0);

        var show = (await Exe.RunAsync(shop.Home, "show", run.Json.GetProperty("runId").GetString()!, "--json")).Json;
        Assert.Contains(show.GetProperty("warnings").EnumerateArray(), w => w.GetString()!.Contains("offset", StringComparison.Ordinal));
    }

    [Fact]
    public async Task KilledAndResumed_GivesTheSameDataset()
    {
        var expected = Dataset((await RunAsync("--from", Capture)).Json);
        var home = Directory.CreateTempSubdirectory("trawl-from-").FullName;
        await File.WriteAllTextAsync(Path.Combine(home, "bench.yaml"), Bench.Pipeline);
        string[] arguments = ["run", "bench.yaml", "--set", $"site={shop.Site}", "--from", Capture, "--key", "k", "--json"];
        foreach (var point in new[] { "ResponseRead", "OutcomeQueued", "CommitBegun" })
        {
            using var exe = Exe.Start(home, arguments, ("TRAWL_CRASH_AT", $"{point}:5"));
            await exe.EndAsync();
        }

        var last = await Exe.RunAsync(home, arguments);
        Assert.Equal(0, last.Code);
        Assert.Equal(expected, Dataset(last.Json));
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public async Task AnArchiveThatChanged_IsRefusedByName()
    {
        var file = Path.Combine(shop.Home, "changing.warc.gz");
        File.Copy(Capture, file, overwrite: true);
        using (var exe = Exe.Start(
            shop.Home, ["run", "bench.yaml", "--set", $"site={shop.Site}", "--from", file, "--key", "changed"], ("TRAWL_CRASH_AT", "ResponseRead:3")))
        {
            await exe.EndAsync();
        }

        await File.AppendAllTextAsync(file, "more");
        var again = await Exe.RunAsync(shop.Home, "run", "bench.yaml", "--set", $"site={shop.Site}", "--from", file, "--key", "changed");
        Assert.Equal(2, again.Code);
        Assert.Contains("changing.warc.gz", again.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing.warc.gz", "There is no archive")]
    [InlineData("bench.yaml", "hold no answer")]
    public async Task WhatIsNoArchive_IsRefused(string path, string said)
    {
        var run = await Exe.RunAsync(shop.Home, "run", "bench.yaml", "--set", $"site={shop.Site}", "--from", path);
        Assert.Equal(2, run.Code);
        Assert.Contains(said, run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WgetArchive_WithItsRevisits_IsReadAsTheShopWas()
    {
        var folder = Directory.CreateDirectory(Path.Combine(shop.Home, "wget")).FullName;
        await using var open = await Demo.DemoShop.StartAsync(new Demo.DemoShopOptions { Products = 20 });
        await Wget(folder, open.BaseUrl, "first", "--warc-cdx");
        await Wget(folder, open.BaseUrl, "second", "--warc-dedup=first.cdx");
        var live = await Exe.RunAsync(shop.Home, "run", "bench.yaml", "--set", $"site={open.BaseUrl}", "--json");
        await open.DisposeAsync();
        var run = await Exe.RunAsync(shop.Home, "run", "bench.yaml", "--set", $"site={open.BaseUrl}", "--from", folder, "--json");

        Assert.True(run.Code == 0, run.Talk);
        Assert.Equal(live.Json.GetProperty("records").GetProperty("product").GetInt64(), run.Json.GetProperty("records").GetProperty("product").GetInt64());
    }

    private async Task<Exe.Finished> RunAsync(params string[] more)
    {
        var run = await Exe.RunAsync(shop.Home, ["run", "bench.yaml", "--set", $"site={shop.Site}", "--json", .. more]);
        // 7: an archive that holds less than runs before it is drift, and said to be.
        Assert.True(run.Code is 0 or 7, run.Talk);
        return run;
    }

    private static string Dataset(JsonElement outcome)
    {
        var outputs = outcome.GetProperty("outputs").EnumerateArray()
            .Select(o => o.ValueKind == JsonValueKind.String ? o.GetString()! : o.GetProperty("path").GetString()!);
        return File.ReadAllText(outputs.Single());
    }

    private static async Task Wget(string folder, string site, string name, string more)
    {
        string[] arguments = ["--quiet", "--no-config", "--recursive", "--level=inf", "--tries=1", "--no-proxy", "--reject-regex=sort=", $"--warc-file={name}", more, site + "/"];
        using var wget = Process.Start(new ProcessStartInfo("wget", arguments) { WorkingDirectory = folder })!;
        await wget.WaitForExitAsync();
    }
}
