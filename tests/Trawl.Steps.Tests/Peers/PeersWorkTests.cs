using System.Text.Json;
using System.Text.Json.Nodes;
using Trawl.Steps.Bench;

namespace Trawl.Steps.Tests.Peers;

public sealed class PeersWorkTests
{
    [Theory]
    [InlineData("postgresql", 3)]
    [InlineData("python", 10)]
    public async Task Extract_OnRealPages_EqualsAnIndependentComputation(string site, int everyNth)
    {
        var handler = new PageHandler(Workloads.Extract);
        var compared = 0;
        foreach (var (path, body) in RealPages.Of(site).Where((_, index) => index % everyNth == 0))
        {
            var url = "http://site.test/" + path;
            var outcome = await handler.HandleAsync(Pages.Of(body, "text/html", url), CancellationToken.None);
            using var page = IndependentWork.Parse(RealPages.Text(body));
            var expected = JsonSerializer.SerializeToNode(IndependentWork.Extract(page, url));
            var actual = JsonNode.Parse(Assert.Single(outcome.Records).Payload.Span);
            Assert.True(JsonNode.DeepEquals(expected, actual), $"{path}\nexpected {expected!.ToJsonString()}\nactual   {actual!.ToJsonString()}");
            Assert.Equal(IndependentWork.Links(page, url).Order(), outcome.Hrefs().Distinct().Order());
            compared++;
        }

        Assert.InRange(compared, 40, int.MaxValue);
    }
}
