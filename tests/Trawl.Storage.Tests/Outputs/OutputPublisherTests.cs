using System.Security.Cryptography;
using System.Text.Json;
using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;
using Trawl.Model.Records;
using Trawl.Storage.Outputs;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;
using static Trawl.Storage.Tests.Outputs.PublishedRun;

namespace Trawl.Storage.Tests.Outputs;

[Collection("crash points")]
public sealed class OutputPublisherTests : IDisposable
{
    private readonly PublishedRun _run = new();

    public void Dispose() => _run.Dispose();

    private static PipelinePlan Plan(InvalidPolicy onInvalid =
        InvalidPolicy.Quarantine, params OutputFormat[] formats) =>
        Plans.Simple() with
        {
            Records = [Plans.Product(onInvalid)],
            Outputs = [.. formats.DefaultIfEmpty(OutputFormat.Jsonl).Select(f => new OutputPlan(f, null, []))],
        };

    [Fact]
    public async Task Publish_PagesInAnyOrderOfArrival_AreInOrderOfUrlThenPlace()
    {
        await _run.StoreAsync(
            Plan(),
            ("https://shop.test/b", [Product("{\"sku\":\"3\"}"), Product("{\"sku\":\"2\"}")]),
            ("https://shop.test/a", [Product("{\"sku\":\"9\"}")]));
        await _run.PublishAsync(Plan());
        Assert.Equal("{\"sku\":\"9\"}\n{\"sku\":\"3\"}\n{\"sku\":\"2\"}\n", _run.ReadDataset("product.jsonl"));
    }

    [Fact]
    public async Task Publish_EqualKeys_FirstInCanonicalOrderWins()
    {
        await _run.StoreAsync(
            Plan(),
            ("https://shop.test/b", [Product("{\"sku\":\"1\",\"from\":\"b\"}", "1")]),
            ("https://shop.test/a", [Product("{\"sku\":\"1\",\"from\":\"a\"}", "1")]));
        var output = Assert.Single(await _run.PublishAsync(Plan()));
        Assert.Equal("{\"sku\":\"1\",\"from\":\"a\"}\n", _run.ReadDataset("product.jsonl"));
        Assert.Equal(1, output.Records["product"]);
        using var reader = RunReader.Open(_run.Folder);
        Assert.Equal(new RecordCount("product", 2, 1, 0, 0), Assert.Single(reader.RecordCounts()));
        Assert.Empty(RunVerifier.Verify(_run.Folder));
    }

    [Theory]
    [InlineData(InvalidPolicy.Quarantine, 1, 1, 0)]
    [InlineData(InvalidPolicy.Drop, 1, 0, 1)]
    [InlineData(InvalidPolicy.Fail, 1, 1, 0)]
    public async Task Publish_UniqueValueTaken_FollowsThePolicyAndCountsOnce(
        InvalidPolicy policy, int kept, int quarantined, int dropped)
    {
        var plan = Plan(policy);
        await _run.StoreAsync(
            plan,
            ("https://shop.test/b", [Product("{\"sku\":\"2\"}", "2", "email=x@y.test")]),
            ("https://shop.test/a", [Product("{\"sku\":\"1\"}", "1", "email=x@y.test")]));
        var publisher = new OutputPublisher(_run.Folder);
        await publisher.PublishAsync(plan, default);
        await publisher.PublishAsync(plan, default);
        Assert.Equal("{\"sku\":\"1\"}\n", _run.ReadDataset("product.jsonl"));
        Assert.Equal(policy == InvalidPolicy.Fail, publisher.Fatal is not null);
        using var reader = RunReader.Open(_run.Folder);
        var counters = reader.ReadRun().Counters;
        Assert.Equal((kept, quarantined, dropped), (counters.Records, counters.Quarantined, counters.Dropped));
        Assert.Equal(
            new RecordCount("product", kept, 0, quarantined, dropped), Assert.Single(reader.RecordCounts()));
        Assert.Empty(RunVerifier.Verify(_run.Folder));
        var lost = reader.Records(new RecordQuery { Type = "product" }).Single(r => r.Status != RecordStatus.Kept);
        Assert.Equal(("email", "unique"), (lost.Problems[0].Field, lost.Problems[0].Rule));
    }

    [Fact]
    public async Task Publish_RecordThatLostByItsUnique_ReservesNothing()
    {
        await _run.StoreAsync(Plan(), (
            "https://shop.test/a",
            [
                Product("{\"n\":1}", null, "email=a"),
                Product("{\"n\":2}", null, "email=a", "phone=5"),
                Product("{\"n\":3}", null, "phone=5"),
            ]));
        await _run.PublishAsync(Plan());
        Assert.Equal("{\"n\":1}\n{\"n\":3}\n", _run.ReadDataset("product.jsonl"));
    }

    [Fact]
    public async Task Publish_AllFormatsTwice_GivesTheSameBytesAndATrueManifest()
    {
        var plan = Plan(InvalidPolicy.Quarantine, Enum.GetValues<OutputFormat>());
        var record = Product("{\"sku\":\"1\",\"price\":1.50,\"email\":null}");
        await _run.StoreAsync(plan, ("https://shop.test/a", [record]));
        var first = await _run.PublishAsync(plan);
        Assert.Equal(["jsonl", "json", "csv", "sqlite"], first.Select(o => o.Format));
        Assert.All(first, o => Assert.Equal(o.Sha256, Hash(o.Path)));
        Assert.All(first, o => Assert.Equal(o.Bytes, new FileInfo(o.Path).Length));
        var manifest = _run.ReadDataset("manifest.json");
        var second = await _run.PublishAsync(plan);
        Assert.Equal(first.Select(o => o.Sha256), second.Select(o => o.Sha256));
        Assert.Equal(manifest, _run.ReadDataset("manifest.json"));
        using var json = JsonDocument.Parse(manifest);
        var outputs = json.RootElement.GetProperty("outputs");
        Assert.Equal(
            ["product.jsonl", "product.json", "product.csv", "shop.sqlite"],
            outputs.EnumerateArray().Select(o => o.GetProperty("path").GetString()));
        Assert.Equal(first[2].Sha256, outputs[2].GetProperty("sha256").GetString());
        Assert.Equal("[\n{\"sku\":\"1\",\"price\":1.50,\"email\":null}\n]\n", _run.ReadDataset("product.json"));
        using var reader = RunReader.Open(_run.Folder);
        Assert.Equal(4, reader.ReadRun().Outputs.Count);
    }

    [Theory]
    [InlineData(CrashPoint.OutputPartWritten)]
    [InlineData(CrashPoint.OutputFlushed)]
    [InlineData(CrashPoint.OutputRenamed)]
    [InlineData(CrashPoint.ManifestWritten)]
    public async Task Publish_DiesAnywhere_NextTryGivesTheSameAndLeavesNothingBehind(CrashPoint point)
    {
        var plan = Plan(InvalidPolicy.Quarantine, OutputFormat.Jsonl, OutputFormat.Csv);
        await _run.StoreAsync(plan, ("https://shop.test/a", [Product("{\"sku\":\"1\"}")]));
        for (var nth = 1; ; nth++)
        {
            var left = nth;
            CrashPoints.OnReached = p =>
            {
                if (p == point && --left == 0)
                {
                    throw new TimeoutException("dies here");
                }
            };
            try
            {
                await _run.PublishAsync(plan);
                break;
            }
            catch (TimeoutException)
            {
                var standing = _run.Dataset("product.jsonl");
                Assert.True(!File.Exists(standing) || File.ReadAllText(standing) == "{\"sku\":\"1\"}\n");
            }
            finally
            {
                CrashPoints.OnReached = null;
            }
        }

        Assert.Equal(
            ["manifest.json", "product.csv", "product.jsonl"],
            Directory.GetFiles(RunFiles.Datasets(_run.Folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("sku,price,email\r\n1,,\r\n", _run.ReadDataset("product.csv"));
    }

    [Fact]
    public async Task Publish_FolderCannotBeMade_SaysSoAndTouchesNothing()
    {
        var file = _run["a-file"];
        var plan = Plan() with { Outputs = [new OutputPlan(OutputFormat.Jsonl, Path.Combine(file, "x.jsonl"), [])] };
        await _run.StoreAsync(plan, ("https://shop.test/a", [Product("{\"sku\":\"1\"}")]));
        await File.WriteAllTextAsync(file, "mine");
        var error = await Assert.ThrowsAsync<IOException>(() => _run.PublishAsync(plan));
        Assert.Contains("x.jsonl", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Publish_PathWithPlaceholders_IsOneFileAType()
    {
        var path = _run["out/{run}/{record}.jsonl"];
        var plan = Plan() with { Outputs = [new OutputPlan(OutputFormat.Jsonl, path, [])] };
        await _run.StoreAsync(plan, ("https://shop.test/a", [Product("{\"sku\":\"1\"}")]));
        Assert.Equal(_run["out/shop-1/product.jsonl"], Assert.Single(await _run.PublishAsync(plan)).Path);
    }

    [Fact]
    public async Task Export_WithThoseSetAside_MarksThem()
    {
        await _run.StoreAsync(Plan(), (
            "https://shop.test/a",
            [
                Product("{\"sku\":\"1\"}", "1", "email=a"),
                Product("{\"sku\":\"2\"}", "2", "email=a"),
                Product("{}") with { Status = RecordStatus.Quarantined, Problems = "[{\"field\":\"sku\"}]" },
                Product("{\"sku\":\"4\"}") with { Status = RecordStatus.Dropped },
            ]));
        using var stream = new MemoryStream();
        var counts = await new DatasetExporter(_run.Folder).ExportAsync(OutputFormat.Jsonl, stream, [], DatasetPart.WithQuarantined, default);
        var lines = System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n');
        Assert.Equal(3, counts["product"]);
        Assert.Equal("{\"sku\":\"1\",\"_status\":\"kept\",\"_problems\":[]}", lines[0]);
        Assert.StartsWith(
            "{\"sku\":\"2\",\"_status\":\"quarantined\",\"_problems\":[{\"field\":\"email\"",
            lines[1],
            StringComparison.Ordinal);
        Assert.Equal("{\"_status\":\"quarantined\",\"_problems\":[{\"field\":\"sku\"}]}", lines[2]);
    }

    [Fact]
    public async Task Export_WhileAnEngineWrites_SeesOneMoment()
    {
        await _run.StoreAsync(Plan(), ("https://shop.test/a", [Product("{\"sku\":\"1\"}")]));
        await using var store = SqliteRunStore.Open(_run.Folder);
        var opening = await store.OpenAsync(DateTimeOffset.UnixEpoch, default);
        var outputs = await new DatasetExporter(_run.Folder)
            .ExportAsync(OutputFormat.Csv, _run["x.csv"], ["product"], DatasetPart.Published, default);
        await store.CommitAsync(new CommitBatch { Epoch = opening.Epoch, Now = DateTimeOffset.UnixEpoch }, default);
        Assert.Equal(1, Assert.Single(outputs).Records["product"]);
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
