using Trawl.Cli.Tests.Support;

namespace Trawl.Cli.Tests.Commands;

/// <summary>The commands of one machine at work on the home of another, by <c>trawl up</c> and <c>--server</c>.</summary>
[Collection(BenchCollection.Name)]
public sealed class RemoteCommandTests(Bench bench)
{
    [Fact]
    public async Task EachCommandWorksOnAServerAsItDoesHere()
    {
        var (there, here) = (bench.NewHome(), bench.NewHome());
        Assert.Equal(0, (await Exe.RunAsync(there, "user", "add", "ada", "--role", "admin", "--no-password")).Code);
        var token = (await Exe.RunAsync(there, "token", "add", "ada")).Data.Trim();
        await File.WriteAllTextAsync(Path.Combine(here, ".env"), $"TRAWL_TOKEN={token}\n");
        using var up = Exe.Start(there, ["up", "--listen", "127.0.0.1:0"]);
        var server = new Uri(await up.FirstLineAsync()).GetLeftPart(UriPartial.Authority);

        var ran = await bench.RunAsync(here, "--json", "--server", server);
        Assert.True(ran.Code == 0, ran.Talk);
        var run = ran.Json.GetProperty("runId").GetString()!;
        Assert.True(Directory.Exists(Path.Combine(there, "runs", run)));
        Assert.False(Directory.Exists(Path.Combine(here, "runs")));

        var export = Path.Combine(here, "products.csv");
        var pipeline = Path.Combine(here, "kept.yaml");
        await File.WriteAllTextAsync(pipeline, "name: kept\nstart: https://example.com/\npages: { all: { url: \"/**\", follow: [a] } }\n");
        string[][] commands =
        [
            ["runs"], ["show", "last"], ["capture", "last", "--verify"], ["export", "last", "--to", export, "--record", "product"],
            ["replay", "last", "--check"], ["status"], ["drift", "last"], ["graph", "last"], ["config", "--of-server"],
            ["pipeline", "save", pipeline, "--note", "first"], ["pipeline", "list"], ["pipeline", "versions", "kept"], ["pipeline", "get", "kept@1"],
            ["pipeline", "diff", "kept", "--from", "1"], ["pipeline", "remove", "kept"],
        ];
        foreach (var command in commands)
        {
            var remote = await Exe.RunAsync(here, [.. command, "--server", server]);
            Assert.True(remote.Code == 0, $"{string.Join(' ', command)}: {remote.Talk}");
        }

        var own = Path.Combine(here, "own.csv");
        Assert.Equal(0, (await Exe.RunAsync(there, "export", run, "--to", own, "--record", "product")).Code);
        Assert.Equal(await File.ReadAllBytesAsync(own), await File.ReadAllBytesAsync(export));
        Assert.DoesNotContain(token, (await Exe.RunAsync(here, "config", "--json")).Data, StringComparison.Ordinal);
        up.Signal("TERM");
        Assert.Equal(0, (await up.EndAsync()).Code);
    }
}
