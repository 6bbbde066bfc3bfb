using Trawl.Api.Replaying;
using Trawl.Api.Runs;
using Trawl.Hosting;
using Trawl.Pipelines;

namespace Trawl.Enrich.Tests.Support;

/// <summary>A home, in which pipelines are run and run again.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("trawl-enrich-").FullName;
    private LocalTrawlClient? _client;

    public string PathOf(string name) => Path.Combine(_root, name);

    public string Home => PathOf("home");

    public LocalTrawlClient Client => _client ??= TrawlHost.Open(new TrawlHostOptions { Home = Home });

    /// <summary>The rest of a pipeline over the numbers of a site; <c>record</c> has the field <c>n</c>.</summary>
    public static string Pipeline(string site, string tools, string steps, string more = "") => $$"""
        name: numbers
        start: {{site}}/
        {{tools}}
        pages:
          all: { url: /, follow: a }
          one: { url: /n/*, extract: { number: { fields: { n: { css: h1, type: integer } } } } }
        records:
          number:
            key: n
            steps:
        {{steps}}
        fetch: { concurrency: 4, perHost: 4, delay: 0 ms, robots: ignore }
        {{more}}
        """;

    /// <summary>Runs a pipeline to its end, whatever that is.</summary>
    public async Task<RunDetails> RunAsync(string yaml, params (string Name, string Value)[] environment)
    {
        var file = PathOf("numbers.yaml");
        await File.WriteAllTextAsync(file, yaml);
        var started = await Client.StartRunAsync(
            new StartRunRequest
            {
                Pipeline = new Api.Pipelines.PipelineSource { Text = yaml, Path = file, Environment = environment.ToDictionary(e => e.Name, e => e.Value) },
            },
            CancellationToken.None);
        Assert.True(started.TryGet(out var run, out var error), $"{error?.Message} {string.Join('\n', error?.Diagnostics ?? [])}");
        return await EndAsync(run.RunId);
    }

    public async Task<RunDetails> EndAsync(string run)
    {
        await foreach (var _ in Client.FollowRunAsync(new FollowRunRequest(run), CancellationToken.None))
        {
            // It ends when the run does.
        }

        Assert.True((await Client.ShowRunAsync(new ShowRunRequest(run), CancellationToken.None)).TryGet(out var details, out var error), error?.Message);
        return details;
    }

    public async Task<ReplayRunResponse> ReplayAsync(string run, int concurrency = 4)
    {
        var replayed = await Client.ReplayRunAsync(new ReplayRunRequest(run, concurrency), _ => { }, CancellationToken.None);
        Assert.True(replayed.TryGet(out var response, out var error), error?.Message);
        return response;
    }

    public string FolderOf(string run) => Path.Combine(Home, "runs", run);

    public string[] Records(string run) => File.ReadAllLines(Path.Combine(FolderOf(run), "datasets", "number.jsonl"));

    public async ValueTask DisposeAsync()
    {
        if (_client is not null) await _client.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
