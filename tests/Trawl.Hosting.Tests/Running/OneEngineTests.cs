using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Hosting.Tests.Support;
using Trawl.Model.Runs;

namespace Trawl.Hosting.Tests.Running;

/// <summary>Any number of doors may ask for a run; it executes once. Each client here is a process to the others: own lock, own socket.</summary>
public sealed class OneEngineTests : IAsyncLifetime
{
    private const int Many = 100;
    private readonly TempFolder _folder = new();
    private readonly PaperSite _site = PaperSite.Of(10);
    private readonly List<LocalTrawlClient> _clients = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task HundredStartsWithOneKey_OneRunEachPageFetchedOnce()
    {
        var clients = Enumerable.Range(0, Many).Select(_ => Open()).ToArray();
        var starts = await Task.WhenAll(clients.Select(c => Task.Run(() => c.StartRunAsync(
            new StartRunRequest { Pipeline = TestHost.Source(), IdempotencyKey = "same" }, CancellationToken.None))));
        var ends = await Task.WhenAll(clients.Select(c => c.EndAsync(starts[0].Value.RunId)));

        Assert.Single(starts.Select(s => s.Value.RunId).Distinct());
        Assert.Single(starts, s => s.Value.Created);
        Assert.All(ends, e => Assert.Equal(RunState.Completed, e.State));
        Assert.All(_site.Hits, h => Assert.Equal(1, h.Value));
        Assert.Single(Directory.GetDirectories(Path.Combine(_folder.Path, "runs")));
    }

    [Fact]
    public async Task HundredResumes_OneEngineGoesOn()
    {
        var closed = PaperSite.Of(10, isOpen: false);
        string runId;
        await using (var first = TestHost.Open(_folder.Path, closed))
        {
            runId = await first.StartAsync();
            await first.StopRunAsync(new StopRunRequest(runId, AtOnce: true), CancellationToken.None);
            Assert.Null((await first.EndAsync(runId)).Error);
        }

        var clients = Enumerable.Range(0, Many).Select(_ => Open()).ToArray();
        var resumes = await Task.WhenAll(clients.Select(c => Task.Run(
            () => c.ResumeRunAsync(new ResumeRunRequest(runId), CancellationToken.None))));
        await Task.WhenAll(clients.Select(c => c.EndAsync(runId)));

        Assert.Single(resumes, r => r.Value.Started);
        Assert.All(_site.Hits, h => Assert.Equal(1, h.Value));
    }

    [Fact]
    public async Task OwnerGoes_TheGuestTakesTheHomeAndFinishesItsRun()
    {
        var closed = PaperSite.Of(5, isOpen: false);
        var owner = TestHost.Open(_folder.Path, closed);
        var others = await owner.StartAsync();
        var guest = Open();
        var mine = await guest.StartAsync();
        Assert.Equal((2, 0), (owner.ActiveRuns, guest.ActiveRuns));

        var end = guest.EndAsync(mine);
        await owner.DisposeAsync();

        Assert.Equal(RunState.Completed, (await end).State);
        Assert.Equal(RunState.Interrupted, (await guest.ShowRunAsync(new ShowRunRequest(others), CancellationToken.None)).Value.Run.State);
    }

    [Fact]
    public async Task GuestStops_OnlyItsOwnRun()
    {
        var closed = PaperSite.Of(5, isOpen: false);
        await using var owner = TestHost.Open(_folder.Path, closed);
        var others = await owner.StartAsync();
        var guest = Open();
        var mine = await guest.StartAsync();
        await guest.StopRunAsync(new StopRunRequest(mine, AtOnce: true), CancellationToken.None);

        Assert.Equal(RunState.Interrupted, (await guest.EndAsync(mine)).State);
        closed.Open();
        Assert.Equal(RunState.Completed, (await owner.EndAsync(others)).State);
    }

    [Fact]
    public async Task Drain_WaitsForTheRunsOfGuests()
    {
        var closed = PaperSite.Of(5, isOpen: false);
        await using var owner = TestHost.Open(_folder.Path, closed);
        await owner.StartAsync();
        var guest = Open();
        await guest.StartAsync();
        var drained = owner.DrainAsync(CancellationToken.None);
        Assert.False(drained.IsCompleted);
        closed.Open();
        await drained;

        Assert.Equal(0, owner.ActiveRuns);
    }

    [Fact]
    public async Task CancelOfAStoppedRun_EndsItForGood()
    {
        var closed = PaperSite.Of(5, isOpen: false);
        await using var client = TestHost.Open(_folder.Path, closed);
        var runId = await client.StartAsync();
        await client.StopRunAsync(new StopRunRequest(runId, AtOnce: true), CancellationToken.None);
        await client.EndAsync(runId);

        Assert.True((await client.CancelRunAsync(new CancelRunRequest(runId), CancellationToken.None)).Value.Accepted);
        Assert.Equal(RunState.Cancelled, (await client.EndAsync(runId)).State);
        Assert.False((await client.CancelRunAsync(new CancelRunRequest(runId), CancellationToken.None)).Value.Accepted);
        Assert.False((await client.ResumeRunAsync(new ResumeRunRequest(runId), CancellationToken.None)).Value.Started);
    }

    [Fact]
    public async Task HeaderSecrets_AreSentAndStoredNowhere()
    {
        var text = TestHost.Pipeline.Replace("delay: 0 ms", "delay: 0 ms, headers: { X-Key: \"${env:PAPER_KEY}\" }", StringComparison.Ordinal);
        IReadOnlyList<Model.Plans.HeaderPlan>? sent = null;
        await using var client = TrawlHost.Open(new TrawlHostOptions
        {
            Settings = TestHost.Open(_folder.Path, _site, ("PAPER_KEY", "s3cr3t")).Settings,
            Fetcher = options =>
            {
                sent = options.Headers;
                return _site;
            },
        });
        var runId = await client.StartAsync(text);
        await client.EndAsync(runId);
        await client.DisposeAsync();

        Assert.Contains(sent!, h => h is { Name: "X-Key", Value: "s3cr3t" });
        Assert.All(
            Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories),
            f => Assert.DoesNotContain("s3cr3t", File.ReadAllText(f), StringComparison.Ordinal));
    }

    [Fact]
    public async Task ResumeWithoutItsSecrets_IsRefusedByName()
    {
        var closed = PaperSite.Of(5, isOpen: false);
        var text = TestHost.Pipeline.Replace("delay: 0 ms", "delay: 0 ms, headers: { X-Key: \"${env:PAPER_KEY}\" }", StringComparison.Ordinal);
        string runId;
        await using (var first = TestHost.Open(_folder.Path, closed, ("PAPER_KEY", "s3cr3t")))
        {
            runId = await first.StartAsync(text);
            await first.StopRunAsync(new StopRunRequest(runId, AtOnce: true), CancellationToken.None);
            await first.EndAsync(runId);
        }

        var resumed = await Open().ResumeRunAsync(new ResumeRunRequest(runId), CancellationToken.None);
        Assert.Equal(ApiErrorKind.InvalidRequest, resumed.Error!.Kind);
        Assert.Contains("PAPER_KEY", resumed.Error.Message, StringComparison.Ordinal);
    }

    private LocalTrawlClient Open()
    {
        var client = TestHost.Open(_folder.Path, _site);
        _clients.Add(client);
        return client;
    }
}
