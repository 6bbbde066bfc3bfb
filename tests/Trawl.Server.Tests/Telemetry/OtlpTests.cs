using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Demo;
using Trawl.Server.Telemetry;

namespace Trawl.Server.Tests.Telemetry;

public sealed class OtlpTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task ACollectorGetsATraceForEachRequestAndTheMetrics()
    {
        await using var collector = await Collector.StartAsync();
        string run;
        using (var export = new OtlpExport(collector.Address, "1.2.3", TimeSpan.FromMinutes(5)))
        {
            run = await CollectAsync();
            using var http = fixture.As("viewer");
            await http.GetStringAsync("/metrics");
        }

        var bodies = collector.Received.ToArray();
        Assert.All(bodies, b => Assert.Equal("application/x-protobuf", b.Type));
        // ExportTraceServiceRequest.resource_spans.scope_spans.spans (opentelemetry/proto/trace/v1/trace.proto).
        var spans = bodies.Where(b => b.Path == "/v1/traces").SelectMany(b => ProtoFields.Along(b.Body, 1, 2, 2)).ToArray();
        var traces = spans.GroupBy(s => Convert.ToHexString(ProtoFields.Of(s, 1).Single()))
            .Where(t => t.Any(s => ProtoFields.Along(s, 9, 2).Any(v => ProtoFields.Text(v, 1) == run))).ToArray();
        Assert.NotEmpty(traces);
        Assert.Contains(traces, t => t.Select(s => ProtoFields.Text(s, 5)).ToHashSet().IsSupersetOf(["request", "queue", "fetch", "parse", "commit"]));
        Assert.All(traces, t => Assert.Single(t, s => !ProtoFields.Of(s, 4).Any(parent => parent.Length > 0)));
        Assert.All(spans, s => Assert.True(ProtoFields.Fixed64(s, 8) >= ProtoFields.Fixed64(s, 7), ProtoFields.Text(s, 5)));
        var metrics = bodies.Where(b => b.Path == "/v1/metrics").SelectMany(b => ProtoFields.Along(b.Body, 1, 2, 2)).Select(m => ProtoFields.Text(m, 1));
        Assert.Contains("trawl_http_request_duration_seconds", metrics);
    }

    [Fact]
    public async Task ACollectorThatIsNotThereHoldsNothingUp()
    {
        using var export = new OtlpExport(new Uri("http://127.0.0.1:9"), "1.2.3", TimeSpan.FromMinutes(5));
        Assert.NotEmpty(await CollectAsync());
    }

    private async Task<string> CollectAsync()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 5 }, CancellationToken.None);
        var source = new PipelineSource
        {
            Text = DemoShop.Pipeline, Path = "/remote/shop.yaml", Set = new Dictionary<string, string> { ["site"] = shop.BaseUrl },
        };
        var started = (await fixture.Local.StartRunAsync(new StartRunRequest { Pipeline = source }, CancellationToken.None)).Value;
        await foreach (var snapshot in fixture.Local.FollowRunAsync(new FollowRunRequest(started.RunId), CancellationToken.None))
        {
            Assert.Null(snapshot.Error);
        }

        return started.RunId;
    }
}
