using Trawl.Cli.Tests.Support;

namespace Trawl.Cli.Tests.Processes;

[Collection(BenchCollection.Name)]
public sealed class ExitCodeTests(Bench bench)
{
    [Fact]
    public async Task WrongUsage_Is2AndPointsToHelp()
    {
        var ended = await Exe.RunAsync(bench.NewHome(), "run");

        Assert.Equal(2, ended.Code);
        Assert.Equal("", ended.Data);
        Assert.Contains("trawl run --help", ended.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongPipeline_Is2WithPlaceLineAndCaret()
    {
        var home = bench.NewHome();
        await File.WriteAllTextAsync(Path.Combine(home, "wrong.yaml"), "name: x\nstart: http://a.test/\nfecth: {}\npages: { a: { follow: a } }\n");
        var ended = await Exe.RunAsync(home, "run", "wrong.yaml");

        Assert.Equal(2, ended.Code);
        Assert.Contains("wrong.yaml:3:1: error TRAWL-PIPE-020:", ended.Talk, StringComparison.Ordinal);
        Assert.Contains("  3 | fecth: {}\n    | ^\n  fix: ", ended.Talk, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(home, "runs")));
    }

    [Fact]
    public async Task Strict_Is3WhenSomethingIsMissing()
    {
        var home = bench.NewHome();
        var pipeline = Bench.Pipeline.Replace("start: ${site}/", "start: [\"${site}/\", \"${site}/no-such-page\"]", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(home, "bench.yaml"), pipeline);

        Assert.Equal(0, (await bench.RunAsync(home)).Code);
        Assert.Equal(3, (await bench.RunAsync(home, "--strict")).Code);
    }

    [Fact]
    public async Task NothingFetched_Is4()
    {
        var ended = await Exe.RunAsync(bench.NewHome(), "run", "bench.yaml", "--set", $"site={bench.Site}/no-such-page", "--json");

        Assert.Equal((4, "failed"), (ended.Code, ended.Json.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task HomeThatCannotBeWritten_Is6()
    {
        var home = bench.NewHome();
        var file = Path.Combine(home, "file");
        await File.WriteAllTextAsync(file, "");
        var ended = await Exe.RunAsync(home, "run", "bench.yaml", "--set", $"site={bench.Site}", "--home", Path.Combine(file, "home"));

        Assert.Equal(6, ended.Code);
    }

    [Fact]
    public async Task Piped_PathsAreTheData()
    {
        var ended = await bench.RunAsync(bench.NewHome());
        var path = ended.Data.TrimEnd('\n');

        Assert.True(File.Exists(path), ended.Data);
        Assert.DoesNotContain('\e', ended.Talk);
        Assert.Contains("completed in", ended.Talk, StringComparison.Ordinal);
    }
}
