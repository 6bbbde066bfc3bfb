// What a newcomer's first program needs of the package: the language, the engine, the network and the store.
using Trawl.Api.Runs;
using Trawl.Hosting;
using Trawl.Model.Serialization;
using Trawl.Pipelines;
using Trawl.Pipelines.Authoring;

const string Nowhere = "http://127.0.0.1:9/";

var version = typeof(TrawlHost).Assembly.GetName().Version;
var plan = Pipeline.Named("nothing")
    .From(Nowhere)
    .Fetch(fetch => fetch.Retries(0).IgnoreRobots())
    .Page("page", page => page.Follow("a").Extract("page", record => record.Field("title", "h1")))
    .Build();
var yaml = PipelineCompiler.Compile(
    $$"""
    name: nothing
    start: {{Nowhere}}
    fetch: { retries: 0, robots: ignore }
    pages: { page: { follow: a, extract: { page: { fields: { title: h1 } } } } }
    """,
    new PipelineSource { BaseDirectory = Environment.CurrentDirectory });

await using var trawl = TrawlHost.Open();
var run = await trawl.RunAsync(plan);
var runs = (await trawl.ListRunsAsync(new ListRunsRequest(), CancellationToken.None)).Value.Runs;

Console.WriteLine($"Trawl {version}: {run.Run.State}, {run.Run.Requests.Failed} failed, {runs.Count} run");
var isEqual = yaml.Plan is not null && PlanJson.Hash(yaml.Plan) == PlanJson.Hash(plan);
return isEqual && run.Run.Requests.Failed == 1 && runs.Count == 1 ? 0 : 1;
