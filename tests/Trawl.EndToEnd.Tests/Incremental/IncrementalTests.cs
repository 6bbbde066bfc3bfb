using System.Text.Json;
using Trawl.EndToEnd.Tests.Replays;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Incremental;

/// <summary>Runs that go on from the run before, on a real nginx with its own ETags, and processes that are killed.</summary>
public sealed class IncrementalTests : IDisposable
{
    private const int Killed = 137;

    private const string Pipeline = """
        name: shop
        start: ${site}/
        incremental: true
        fetch: { delay: 0 ms, concurrency: 4, perHost: 4, robots: ignore }
        pages:
          list: { url: /, follow: a }
          article: { url: /p/*, extract: { article: { fields: { url: { from: url }, status: { from: status }, title: h1, price: .price } } } }
        records: { article: { key: url } }
        """;

    private readonly Scratch _scratch = new();
    private readonly NginxShop _shop;

    public IncrementalTests()
    {
        _shop = new NginxShop(_scratch.PathOf("site"), goods: 12);
        File.WriteAllText(_scratch.PathOf("shop.yaml"), Pipeline);
    }

    public void Dispose()
    {
        _shop.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public void WhatDidNotChangeIsNotSentAgain_AndTheDatasetIsWhole()
    {
        var first = Run();
        Assert.Equal(JsonValueKind.Undefined, first.Changes.ValueKind);
        var second = Run();

        AssertCounts(second.Changes.GetProperty("pages"), 0, 0, 13, 0);
        AssertCounts(second.Changes.GetProperty("records").GetProperty("article"), 0, 0, 12, 0);
        Assert.Equal(13, second.Changes.GetProperty("notModified").GetInt32());
        Assert.True(second.Changes.GetProperty("savedBytes").GetInt64() > 12 * 2000);
        Assert.Equal(File.ReadAllBytes(first.Dataset), File.ReadAllBytes(second.Dataset));

        _shop.Put(3, "9.99");
        _shop.Put(13, "13.50");
        _shop.Remove(5);
        _shop.WriteList();
        var third = Run();
        AssertCounts(third.Changes.GetProperty("pages"), 1, 2, 10, 1);
        AssertCounts(third.Changes.GetProperty("records").GetProperty("article"), 1, 1, 10, 1);
        Assert.Equal(10, third.Changes.GetProperty("notModified").GetInt32());
        AssertChanges(Export("last"));

        // The run holds what it read: nothing is lost with those it went on from.
        Directory.Delete(first.Folder, recursive: true);
        Directory.Delete(second.Folder, recursive: true);
        ReplayedRun.AssertSame(Home);
        Assert.Equal(23, _shop.Stop().Count(status => status == 304));
    }

    [Fact]
    public void ChangedRulesReadTheKeptPages_AndAKilledRunIsNotToldFromOneThatWasNot()
    {
        Run();
        File.WriteAllText(_scratch.PathOf("shop.yaml"), Pipeline.Replace("title: h1,", "name: h1,", StringComparison.Ordinal));
        foreach (var point in new[] { "CommitHalfway:3", "ChangesCounted:1" })
        {
            using var killed = Start(point, "--key", "k");
            Assert.True(killed.ExitCode == Killed, $"{point}: {killed.Talk}");
        }

        var resumed = Read(Start(null, "--key", "k"));
        AssertCounts(resumed.Changes.GetProperty("records").GetProperty("article"), 0, 12, 0, 0);
        AssertCounts(resumed.Changes.GetProperty("pages"), 0, 0, 13, 0);
        Assert.All(File.ReadAllLines(resumed.Dataset), line => Assert.Contains("\"name\":\"Article ", line, StringComparison.Ordinal));
        ReplayedRun.AssertSame(Home);
        var full = Run("--full");
        Assert.Equal(JsonValueKind.Undefined, full.Changes.ValueKind);
        Assert.Equal(File.ReadAllBytes(full.Dataset), File.ReadAllBytes(resumed.Dataset));
    }

    private string Home => _scratch.PathOf("home");

    private static void AssertCounts(JsonElement counts, int added, int changed, int unchanged, int gone) => Assert.Equal(
        (added, changed, unchanged, gone),
        (counts.GetProperty("new").GetInt32(), counts.GetProperty("changed").GetInt32(), counts.GetProperty("unchanged").GetInt32(),
            counts.GetProperty("gone").GetInt32()));

    private static void AssertChanges(IReadOnlyList<JsonElement> changes)
    {
        Assert.Equal(
            ["13 new", "3 changed", "5 gone"],
            changes.Select(record => $"{record.GetProperty("title").GetString()!["Article ".Length..]} {record.GetProperty("_change").GetString()}").Order(StringComparer.Ordinal));
        var changed = changes.Single(record => record.GetProperty("_change").GetString() == "changed");
        Assert.Equal("9.99", changed.GetProperty("price").GetString());
        Assert.Equal("3.50", changed.GetProperty("_before").GetProperty("price").GetString());
    }

    private List<JsonElement> Export(string run)
    {
        var file = _scratch.PathOf("changes.jsonl");
        using var export = TrawlProcess.Run(["export", run, "--changes", "--to", file, "--home", Home]);
        Assert.True(export.ExitCode == 0, export.Talk);
        return [.. File.ReadAllLines(file).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private FinishedRun Run(params string[] more) => Read(Start(null, more));

    private TrawlProcess Start(string? crashAt, params string[] more) => TrawlProcess.Run(
        ["run", _scratch.PathOf("shop.yaml"), "--home", Home, "--json", "--set", $"site={_shop.BaseUrl}", .. more], crashAt);

    private static FinishedRun Read(TrawlProcess trawl)
    {
        using (trawl)
        {
            Assert.True(trawl.ExitCode == 0, trawl.Talk);
            var said = JsonDocument.Parse(trawl.Out).RootElement;
            said.TryGetProperty("changes", out var changes);
            return new FinishedRun(said.GetProperty("folder").GetString()!, said.GetProperty("outputs")[0].GetString()!, changes);
        }
    }

    private sealed record FinishedRun(string Folder, string Dataset, JsonElement Changes);
}
