namespace Trawl.Ipc.Bench.Tests;

/// <summary>
/// Every benchmark once, for a moment: shows that it works and that all answers are right. Says nothing about speed. Rivals
/// that are not installed are left out by the benchmark itself.
/// </summary>
public sealed class SmokeTests
{
    [Theory]
    [InlineData("latency", "trawl,trawl-calls,trawl-calls-async,trawl-block,trawl-socket,uds,uds-async,tcp,pipe,grpc,node-uds,spin")]
    [InlineData("throughput", "trawl,uds")]
    [InlineData("work", "trawl-binary,trawl-json,trawl-calls-binary,uds-json,grpc,node-json,node-binary,node-child-advanced")]
    [InlineData("many", "trawl,trawl-socket,uds")]
    public async Task EveryRivalAnswersRightly(string command, string rivals)
    {
        using var bench = new BenchProcess();

        var results = await bench.RunAsync(command, "--smoke", "--only", rivals);

        Assert.All(rivals.Split(',').Where(r => r != "spin"), rival => Assert.Contains(results, line => line.Contains($"\"rival\":\"{rival}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("soak")]
    [InlineData("recovery")]
    public async Task MemoryIsMeasured(string command)
    {
        using var bench = new BenchProcess();

        Assert.NotEmpty(await bench.RunAsync(command, "--smoke"));
    }

    /// <summary>
    /// Three minutes of everything, by two callers, as other tests need the cores; resident memory must not grow.
    /// <c>TRAWL_SOAK_MINUTES</c> for longer or shorter.
    /// </summary>
    [Fact]
    public async Task MemoryDoesNotGrow()
    {
        using var bench = new BenchProcess();
        var minutes = Environment.GetEnvironmentVariable("TRAWL_SOAK_MINUTES") ?? "3";

        await bench.RunAsync("soak", "--minutes", minutes, "--lanes", "2", "--allow", "8");
    }
}
