using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Hosting.Settings;

namespace Trawl.Hosting.Tests.Support;

/// <summary>Opens the real host on a folder and a site of paper.</summary>
internal static class TestHost
{
    public const string Pipeline = """
        name: paper
        start: http://paper.test/
        fetch: { delay: 0 ms, perHost: 4 }
        urls: { dropParameters: [utm_*] }
        scope: { exclude: ["/never/**"] }
        pages:
          page:
            follow: a
            extract:
              page: { fields: { url: { from: url }, title: title } }
        outputs: [jsonl]
        """;

    public static LocalTrawlClient Open(string home, PaperSite site, params (string Name, string Value)[] environment) =>
        TrawlHost.Open(new TrawlHostOptions
        {
            Settings = SettingsReader.Read(new SettingsSources
            {
                Environment = environment.ToDictionary(e => e.Name, e => e.Value),
                WorkingFolder = home,
                CommandLine = new Dictionary<string, string> { ["home"] = home },
            }),
            Command = "test",
            Fetcher = _ => site,
        });

    public static PipelineSource Source(string text = Pipeline) => new() { Text = text, Path = "/paper.yaml" };

    /// <summary>Follows to the end and gives the last picture.</summary>
    public static async Task<RunSnapshot> EndAsync(this LocalTrawlClient client, string runId)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        RunSnapshot? last = null;
        await foreach (var snapshot in client.FollowRunAsync(new FollowRunRequest(runId), patience.Token))
        {
            last = snapshot;
        }

        Assert.True(last!.IsLast);
        return last;
    }

    public static async Task<string> StartAsync(this LocalTrawlClient client, string text = Pipeline, string? key = null) =>
        (await client.StartRunAsync(
            new StartRunRequest { Pipeline = Source(text), IdempotencyKey = key }, CancellationToken.None)).Value.RunId;
}
