using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Storage.Outputs;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;

namespace Trawl.Storage.Tests.Crashes;

public sealed class DiskFullTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [NeedsRootFact]
    public async Task Commit_DiskFull_StopsTheStoreKeepsWhatWasCommittedAndGoesOnAfterwards()
    {
        using var disk = SmallDisk.Mount(6)!;
        var folder = Path.Combine(disk.Path, "run");
        var ballast = Path.Combine(disk.Path, "ballast");
        File.WriteAllBytes(ballast, new byte[2 << 20]);
        var committed = 0L;
        await using (var store =
            SqliteRunStore.Create(folder, new RunCreation(new RunId("full-1"), Plans.Simple(), Now)))
        {
            var opening = await store.OpenAsync(Now, default);
            var error = await Assert.ThrowsAsync<RunStoreException>(async () =>
            {
                while (true)
                {
                    var pages = Enumerable.Range((int)committed, 200).Select(Page).ToArray();
                    var batch = new CommitBatch { Epoch = opening.Epoch, Now = Now, Admissions = [new AdmissionChunk(pages)] };
                    committed = (await store.CommitAsync(batch, default)).Counters.Queued;
                }
            });
            Assert.Contains("disk is full", error.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<RunStoreException>(async () =>
                await store.CommitAsync(new CommitBatch { Epoch = opening.Epoch, Now = Now }, default));
        }

        File.Delete(ballast);
        await using var again = SqliteRunStore.Open(folder);
        Assert.Equal(committed, (await again.OpenAsync(Now, default)).Counters.Queued);
        Assert.True(committed > 0);
        Assert.Empty(RunVerifier.Verify(folder));
    }

    [NeedsRootFact]
    public async Task Publish_DiskFull_SaysSoAndLeavesTheOldFile()
    {
        using var disk = SmallDisk.Mount(1)!;
        using var run = new Tests.Outputs.PublishedRun();
        var path = Path.Combine(disk.Path, "product.jsonl");
        var plan = Plans.Simple() with { Outputs = [new OutputPlan(OutputFormat.Jsonl, path, [])] };
        var record = Tests.Outputs.PublishedRun.Product($"{{\"sku\":\"{new string('x', 100_000)}\"}}");
        await run.StoreAsync(plan, ("https://shop.test/a", [.. Enumerable.Repeat(record, 20)]));
        await File.WriteAllTextAsync(path, "old");
        var publisher = new OutputPublisher(run.Folder);
        var error = await Assert.ThrowsAsync<IOException>(async () => await publisher.PublishAsync(plan, default));
        Assert.Contains("product.jsonl", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(path));
        Assert.Equal([path], Directory.GetFiles(disk.Path));
    }

    private static NewRequest Page(int number)
    {
        var url = $"https://shop.test/{number}";
        return new NewRequest
        {
            Fingerprint = Fingerprint.Of("GET", url, []),
            Url = url,
            Host = "https://shop.test",
            Via = "start",
        };
    }
}
