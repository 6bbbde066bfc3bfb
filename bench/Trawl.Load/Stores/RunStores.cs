using Trawl.Engine.Seams.Store;
using Trawl.Load.Site;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Storage.Runs;

namespace Trawl.Load.Stores;

/// <summary>Runs to measure.</summary>
internal static class RunStores
{
    private const int Chunk = 2_000;

    internal static SqliteRunStore Create(string folder, PipelinePlan plan, RunStoreOptions? options = null) =>
        SqliteRunStore.Create(
            folder, new RunCreation(new RunId("load"), plan, TimeProvider.System.GetUtcNow()), options);

    /// <summary>Fills a frontier with the first pages of a tree.</summary>
    internal static async Task FillAsync(IRunStore store, PageTree tree, int pages, DateTimeOffset now)
    {
        var opening = await store.OpenAsync(now, default);
        for (var first = 0; first < pages; first += Chunk)
        {
            var count = Math.Min(Chunk, pages - first);
            await store.CommitAsync(
                new CommitBatch
                {
                    Epoch = opening.Epoch,
                    Now = now,
                    Admissions = [new AdmissionChunk([.. Enumerable.Range(first, count).Select(page => Request(tree, page))])
                    {
                        StartPointsAdmitted = opening.Plan.Start.Count,
                    }],
                },
                default);
        }
    }

    private static NewRequest Request(PageTree tree, long page)
    {
        var url = tree.Url(page);
        return new NewRequest
        {
            Fingerprint = Fingerprint.Of("GET", url, default),
            Url = url,
            Host = tree.Origin(page),
            Via = "page",
            Depth = 1,
        };
    }
}
