using Trawl.Engine.Seams.Store;
using Trawl.Model.Errors;
using Trawl.Model.Runs;

namespace Trawl.Storage.Tests.Conformance;

public abstract partial class RunStoreConformance
{
    [Fact]
    public async Task Open_AfterADeadEngine_PutsItsLeasesBackAndFencesIt()
    {
        var (dead, first) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = dead;
        var leased = await LeaseAsync(dead, first, Page("https://shop.test/1"), Page("https://shop.test/2"));
        var (store, second) = await OpenAsync(Reopen());
        await using var __ = store;
        Assert.Equal((2, 2), (second.Epoch, second.Reclaimed));
        var host = Assert.Single(second.Hosts);
        Assert.Equal((2, true), (host.Queued, host.LeftLeased));
        Assert.Equal(new RunCounters { Queued = 2 }, second.Counters);
        await Assert.ThrowsAsync<RunFencedException>(async () =>
            await CommitAsync(dead, first, b => b with { Settlements = [Done(leased[0])] }));
        var result = await CommitAsync(store, second, b => b with { Wants = [new LeaseWant(host.Id, 9)] });
        Assert.Equal(leased.Select(r => r.Id), result.Leased.Select(r => r.Id));
    }

    [Fact]
    public async Task Open_TwiceAfterADeadEngine_StillKnowsTheHostWasInHand()
    {
        var (dead, first) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = dead;
        await LeaseAsync(dead, first, Page("https://shop.test/1"));
        await Reopen().DisposeAsync();
        var (diesAtOnce, __) = await OpenAsync(Reopen());
        await diesAtOnce.DisposeAsync();
        var (store, third) = await OpenAsync(Reopen());
        await using var ___ = store;
        var host = Assert.Single(third.Hosts);
        Assert.True(host.LeftLeased);
        var update = new HostUpdate(host.Id, Now.AddSeconds(5), TimeSpan.FromSeconds(5), 0, null);
        await CommitAsync(store, third, b => b with { Hosts = [update] });
        var (last, fourth) = await OpenAsync(Reopen());
        await using var ____ = last;
        Assert.False(Assert.Single(fourth.Hosts).LeftLeased);
    }

    [Fact]
    public async Task Open_AfterHostUpdates_KnowsPolitenessAndRobots()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        var admitted = await CommitAsync(store, opening, b => b with { Admissions = [new AdmissionChunk([Page("https://shop.test/")])] });
        var hostId = Assert.Single(admitted.Hosts).HostId;
        Assert.Null(await store.ReadRobotsAsync(hostId, default));
        var robots = new RobotsRecord(Now, 200, "User-agent: *"u8.ToArray(), Unreachable: false);
        var update = new HostUpdate(hostId, Now.AddSeconds(7), TimeSpan.FromMilliseconds(1500), 3, robots);
        await CommitAsync(store, opening, b => b with { Hosts = [update], Elapsed = TimeSpan.FromSeconds(9) });
        await CommitAsync(store, opening, b => b with { Hosts =
            [update with { Robots = null }], Elapsed = TimeSpan.FromSeconds(9) });
        await store.DisposeAsync();
        var (again, second) = await OpenAsync(Reopen());
        await using var _ = again;
        Assert.Equal(
            new HostRow(hostId, "https://shop.test", 1, Now.AddSeconds(7), TimeSpan.FromMilliseconds(1500), 3, false),
            Assert.Single(second.Hosts));
        Assert.Equal(TimeSpan.FromSeconds(9), second.Elapsed);
        var read = await again.ReadRobotsAsync(hostId, default);
        Assert.Equal((Now, 200, false), (read!.FetchedAt, read.Status, read.Unreachable));
        Assert.Equal(robots.Body, read.Body);
    }

    [Fact]
    public async Task Open_HostWhoseRequestsWait_IsListedWithItsPoliteness()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        var leased = Assert.Single(await LeaseAsync(store, opening, Page("https://shop.test/")));
        var retry = Done(leased) with { As = SettledAs.Retry, NotBefore = Now.AddHours(1) };
        var update = new HostUpdate(leased.HostId, Now.AddHours(1), TimeSpan.FromSeconds(1), 1, null);
        await CommitAsync(store, opening, b => b with { Settlements = [retry], Hosts = [update] });
        await store.DisposeAsync();
        var (again, second) = await OpenAsync(Reopen());
        await using var _ = again;
        var host = Assert.Single(second.Hosts);
        Assert.Equal((0, Now.AddHours(1)), (host.Queued, host.NextAllowedAt));
        Assert.Equal(Now.AddHours(1), second.NextWaitingAt);
    }

    [Fact]
    public async Task End_FinalState_NeverChangesAndTakesNoNewEpoch()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        await CommitAsync(store, opening, b => b with { End = new RunEnd(RunState.Running, null, null) });
        await CommitAsync(store, opening, b => b with { End = new RunEnd(RunState.Completed, "all done", null) });
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await CommitAsync(store, opening, b => b with { End = new RunEnd(RunState.Failed, null, null) }));
        await store.DisposeAsync();
        var (again, second) = await OpenAsync(Reopen());
        await using var _ = again;
        Assert.Equal((RunState.Completed, opening.Epoch), (second.State, second.Epoch));
    }

    [Fact]
    public async Task End_SkipRestAs_SettlesAllThatIsNotFinal()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = store;
        var pages = Enumerable.Range(0, 6).Select(i => Page($"https://h{i % 2}.test/{i}")).ToArray();
        var leased = await LeaseAsync(store, opening, pages);
        var retry = Done(leased[1]) with { As = SettledAs.Retry, NotBefore = Now.AddDays(1) };
        var release = new Settlement { Request = leased[2], As = SettledAs.Released, At = Now };
        await CommitAsync(store, opening, b => b with { Settlements = [Done(leased[0]), retry, release] });
        var result = await CommitAsync(store, opening, b => b with
        {
            Admissions = [new AdmissionChunk([Page("https://h3.test/")])],
            End = new RunEnd(RunState.Cancelled, "asked", ErrorCode.SkipCancelled),
        });
        Assert.Equal((0, 0, 1, 6), (
            result.Counters.Queued, result.Counters.Leased, result.Counters.Done, result.Counters.Skipped));
        Assert.All(result.Hosts, h => Assert.Equal(0, h.Queued));
        Assert.Null(result.NextWaitingAt);
    }

    [Fact]
    public async Task Commit_EpochOfTheFuture_IsABug()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = store;
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await CommitAsync(store, opening, b => b with { Epoch = opening.Epoch + 1 }));
    }
}
