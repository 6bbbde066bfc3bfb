using System.Net;
using System.Text;
using Trawl.Engine.Seams.Fetching;
using Trawl.Model.Plugins;
using Trawl.Plugins.Tests.Support;

namespace Trawl.Plugins.Tests.Confinement;

/// <summary>What a worker tries that was not granted, tried for real.</summary>
public sealed class ConfinementTests
{
    [Fact]
    public async Task Environment_HoldsNothingOfOurs()
    {
        Environment.SetEnvironmentVariable("TRAWL_TEST_SECRET", "x");
        using var trial = new Trial();
        Assert.Equal(
            "DOTNET_DefaultStackSize,DOTNET_EnableDiagnostics,DOTNET_GCHeapHardLimit,DOTNET_ROOT,DOTNET_TieredPGO,DOTNET_gcServer,HOME,LANG,TMPDIR",
            await trial.AskAsync("environment"));
    }

    [Fact]
    public async Task Descriptors_OfOursAreNotInherited()
    {
        using var trial = new Trial();
        using var secret = File.Create(trial.PathOf("secret.txt"));
        var open = (await trial.AskAsync("descriptors")).Split(',');
        Assert.DoesNotContain(open, file => file.Contains("secret.txt", StringComparison.Ordinal) || file.EndsWith(".dll.config", StringComparison.Ordinal));
        // The repository may itself lie there.
        var others = open.Where(file => !file.StartsWith(Trial.Folder, StringComparison.Ordinal));
        Assert.DoesNotContain(others, file => file.StartsWith(Path.GetTempPath(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("read:/etc/shadow", "UnauthorizedAccessException")]
    [InlineData("list:/root", "UnauthorizedAccessException")]
    [InlineData("list:/home", "UnauthorizedAccessException")]
    [InlineData("write:/tmp/trawl-plugin-was-here", "UnauthorizedAccessException")]
    [InlineData("socket", "SocketException")]
    [InlineData("start", "Win32Exception")]
    public async Task WhatIsNotGranted_IsRefusedByTheKernel(string trouble, string refusal)
    {
        using var trial = new Trial();
        Assert.StartsWith(refusal, await trial.AskAsync(trouble), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnFolder_IsReadOnly_AndTheTemporaryOneIsItsOwn()
    {
        using var trial = new Trial();
        Assert.StartsWith("UnauthorizedAccessException", await trial.AskAsync($"write:{Path.Combine(Trial.Folder, "x")}"), StringComparison.Ordinal);
        var temp = await trial.AskAsync("temp");
        Assert.StartsWith(trial.PathOf("tmp"), temp, StringComparison.Ordinal);
        trial.Runtime.Dispose();
        Assert.False(Directory.Exists(temp));
    }

    [Fact]
    public async Task TheEngine_CannotBeSignalledNorLookedInto()
    {
        using var trial = new Trial();
        Assert.DoesNotContain("killed", await trial.AskAsync($"signal:{Environment.ProcessId}"), StringComparison.Ordinal);
        Assert.StartsWith("UnauthorizedAccessException", await trial.AskAsync($"read:/proc/{Environment.ProcessId}/environ"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GrantedFiles_CanBeReadOrWritten_AsGranted()
    {
        var folder = Directory.CreateTempSubdirectory("trawl-granted-").FullName;
        File.WriteAllText(Path.Combine(folder, "in.txt"), "hello");
        Directory.CreateDirectory(Path.Combine(folder, "out"));
        using var trial = new Trial(plan: p => p with
        {
            Grant = new PluginCapabilities { Files = [new(Path.Combine(folder, "in.txt"), false), new(Path.Combine(folder, "out"), true)] },
        });
        Assert.Equal("hello", await trial.AskAsync($"read:{folder}/in.txt"));
        Assert.StartsWith("UnauthorizedAccessException", await trial.AskAsync($"write:{folder}/in.txt"), StringComparison.Ordinal);
        Assert.Equal("written", await trial.AskAsync($"write:{folder}/out/x"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task GrantedProcesses_CanBeStarted()
    {
        using var trial = new Trial(plan: p => p with { Grant = new PluginCapabilities { Processes = true } });
        Assert.Equal("started", await trial.AskAsync("start"));
    }

    [Fact]
    public async Task Secrets_AreTheGrantedOnes_AndOthersAreRefusedByName()
    {
        using var trial = new Trial(
            plan: p => p with { Settings = """{"token":"KEY"}""", Grant = new PluginCapabilities { Secrets = ["KEY"] } },
            options: o => o with { Secrets = name => name == "KEY" ? "s3cret" : "other" });
        Assert.Equal("s3cret", await trial.AskAsync("secret"));
        Assert.Equal(
            "NotGrantedException: The pipeline does not grant the secret \"OTHER\". Add it to the plugin's \"grant\" in the pipeline, and to \"needs\" in plugin.yaml.",
            await trial.AskAsync("unnamed-secret:OTHER"));
    }

    [Fact]
    public async Task Fetching_GoesThroughTheEngine_ToGrantedHostsAlone()
    {
        var fetcher = new OnePageFetcher();
        using var trial = new Trial(
            plan: p => p with { Grant = new PluginCapabilities { Hosts = ["api.example"] } }, options: o => o with { Fetcher = fetcher });
        Assert.Equal("200 hello", await trial.AskAsync("fetch:https://api.example/rates"));
        Assert.StartsWith("The pipeline does not grant the host of \"https://evil.example/\"", await trial.AskAsync("fetch:https://evil.example/"), StringComparison.Ordinal);
        Assert.Equal(["https://api.example/rates"], fetcher.Asked);
    }

    [Fact]
    public async Task Fetching_WithoutAnyHostGranted_IsRefusedInTheWorker()
    {
        using var trial = new Trial();
        Assert.StartsWith("The pipeline does not grant the host of", await trial.AskAsync("fetch:https://api.example/"), StringComparison.Ordinal);
    }

    private sealed class OnePageFetcher : IFetcher
    {
        public List<string> Asked { get; } = [];

        public ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
        {
            Asked.Add(request.Url);
            return ValueTask.FromResult(new FetchResult { Status = (int)HttpStatusCode.OK, Body = Encoding.UTF8.GetBytes("hello"), BodyLength = 5 });
        }
    }
}
