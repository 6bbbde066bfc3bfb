using System.Collections.Concurrent;
using System.Diagnostics;
using Trawl.Hosting.Tests.Support;
using Trawl.Hosting.Tracing;
using Trawl.Model.Runs;

namespace Trawl.Hosting.Tests.Tracing;

public sealed class RequestTracesTests
{
    [Fact]
    public async Task EachRequestIsATraceOfItsOwn()
    {
        using var folder = new TempFolder();
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RequestTraces.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var site = PaperSite.Of(10);
        string run;
        await using (var client = TestHost.Open(folder.Path, site))
        {
            run = await client.StartAsync();
            Assert.Equal(RunState.Completed, (await client.EndAsync(run)).State);
        }

        var ours = spans.Where(s => s.OperationName == "request" && s.GetTagItem("trawl.run") as string == run).ToArray();
        Assert.Equal(ours.Length, ours.Select(s => s.TraceId).Distinct().Count());
        var done = ours.Where(s => s.GetTagItem("trawl.outcome") as string == "done").ToArray();
        Assert.True(done.Length >= 10);
        var children = spans.ToLookup(s => s.ParentSpanId);
        foreach (var request in done)
        {
            var parts = children[request.SpanId].ToDictionary(s => s.OperationName);
            Assert.Superset(new HashSet<string> { "queue", "fetch", "parse", "commit" }, parts.Keys.ToHashSet());
            Assert.All(parts.Values, p => Assert.Equal(request.TraceId, p.TraceId));
            Assert.True(parts["fetch"].StartTimeUtc >= parts["queue"].StartTimeUtc);
            Assert.True(parts["commit"].StartTimeUtc >= parts["parse"].StartTimeUtc);
            Assert.True(request.StartTimeUtc + request.Duration >= parts["commit"].StartTimeUtc);
        }

        Assert.Contains(spans, s => s.OperationName == "robots");
    }
}
