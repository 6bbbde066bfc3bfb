using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trawl.Api.Runs;
using Xunit.Abstractions;

namespace Trawl.Server.Tests.Fuzzing;

/// <summary>Whatever is sent, the server answers, and says by a problem what was wrong with it.</summary>
public sealed class ApiFuzzTests(ServerFixture fixture, ITestOutputHelper output) : IClassFixture<ServerFixture>
{
    private const int UsualCalls = 300;
    private const int UsualSeed = 20_261_122;
    private const long MostGrowth = 200L << 20;

    [Fact]
    public async Task NothingFromTheDescriptionMakesItFail()
    {
        var seed = Number("TRAWL_FUZZ_SEED") ?? UsualSeed;
        output.WriteLine($"TRAWL_FUZZ_SEED={seed}");
        using var http = fixture.As("admin");
        http.Timeout = TimeSpan.FromSeconds(60);
        var calls = new CallMaker(JsonNode.Parse(await http.GetStringAsync("/api/v1/openapi.json"))!, new Random(seed), fixture.RunId);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var slow = (Took: TimeSpan.Zero, Call: "");
        var statuses = new Dictionary<int, int>();
        for (var i = 0; i < (Number("TRAWL_FUZZ_CALLS") ?? UsualCalls); i++)
        {
            using var request = calls.Next();
            var what = $"call {i} of seed {seed}: {request.Method} {request.RequestUri}";
            var began = Stopwatch.GetTimestamp();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var status = (int)response.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(status < 500, $"{what} is answered with {status}: {await response.Content.ReadAsStringAsync()}");
            slow = Stopwatch.GetElapsedTime(began) is var took && took > slow.Took ? (took, what) : slow;
            if (status >= 400)
            {
                Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{what}: {status} is no problem.");
                var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
                Assert.Equal(status, problem.GetProperty("status").GetInt32());
            }
        }

        output.WriteLine(string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));
        output.WriteLine($"The slowest took {slow.Took.TotalSeconds:0.0} s: {slow.Call}");
        Assert.True(statuses[200] > 30, "some of the calls are right");
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < MostGrowth, "memory stays bounded");
        await StopAllAsync();
        using var alive = await http.GetAsync("/health/live");
        Assert.True(alive.IsSuccessStatusCode);
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;

    private async Task StopAllAsync()
    {
        foreach (var run in (await fixture.Local.ListRunsAsync(new ListRunsRequest(Limit: 1_000), CancellationToken.None)).Value.Runs)
        {
            await fixture.Local.StopRunAsync(new StopRunRequest(run.RunId, AtOnce: true), CancellationToken.None);
        }
    }
}
