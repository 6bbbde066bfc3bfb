using System.Diagnostics;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Demo;
using Trawl.Remote;

namespace Trawl.Server.Bench;

/// <summary>One crawl of the bundled shop by a server of its own.</summary>
internal static class CrawlRound
{
    public static async Task<Crawl> RunAsync(int products, int delay, int followers, int requests)
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = products, Troubles = false }, CancellationToken.None);
        await using var server = await ServerProcess.StartAsync();
        await using var client = new RemoteTrawlClient(new RemoteOptions { Server = server.Address, Token = server.Token });
        var text = $$"""
            name: watched
            start: {{shop.BaseUrl}}/
            fetch: { concurrency: 8, perHost: 8, delay: {{delay}} ms, adaptive: false }
            scope: { include: ["/", "/c/**", "/p/**"] }
            pages:
              all: { url: "/**", follow: a, extract: { page: { fields: { url: { from: url }, title: title } } } }
            """;
        var source = new PipelineSource { Text = text, Path = "/bench/watched.yaml", Environment = new Dictionary<string, string>() };
        var cpu = server.CpuSeconds;
        var began = Stopwatch.GetTimestamp();
        var run = (await client.StartRunAsync(new StartRunRequest { Pipeline = source }, CancellationToken.None)).Value.RunId;
        await using var watchers = new Watchers(server, run);
        watchers.Begin(followers, requests);
        RunSnapshot? last = null;
        await foreach (var snapshot in client.FollowRunAsync(new FollowRunRequest(run), CancellationToken.None))
        {
            last = snapshot;
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return last is { Error: null }
            ? new Crawl(followers, last.Requests.Done, seconds, server.CpuSeconds - cpu, watchers.Frames, watchers.Calls, watchers.P99)
            : throw new InvalidOperationException(last?.Error?.ToString());
    }
}
