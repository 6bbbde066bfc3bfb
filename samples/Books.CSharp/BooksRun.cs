using Trawl.Api.Runs;
using Trawl.Hosting;

namespace Books;

/// <summary>The two ways to run a pipeline from a program: anew, or on where the last try ended.</summary>
public static class BooksRun
{
    // region: run
    public static async Task<RunDetails> AnewAsync(string site, CancellationToken stop)
    {
        await using var trawl = TrawlHost.Open();
        return await trawl.RunAsync(BooksPipeline.For(site).Build(), cancellationToken: stop);
    }
    // endregion

    // region: resume
    public static async Task<RunDetails> GoOnAsync(string site, string key, CancellationToken stop)
    {
        await using var trawl = TrawlHost.Open();
        var request = new StartRunRequest { Plan = BooksPipeline.For(site).Build(), IdempotencyKey = key };
        var runId = (await trawl.StartRunAsync(request, stop)).Value.RunId;
        await foreach (var picture in trawl.FollowRunAsync(new FollowRunRequest(runId), stop))
        {
            Console.Error.WriteLine($"{picture.State}: {picture.Requests.Settled} pages, {picture.Records} records");
        }

        return (await trawl.ShowRunAsync(new ShowRunRequest(runId), CancellationToken.None)).Value;
    }
    // endregion
}
