using Trawl.Engine.Seams.Store;
using Trawl.Model.Runs;

namespace Trawl.Storage.Tests.Conformance;

/// <summary>Leases by id: the order of a run made anew is given, not chosen.</summary>
public abstract partial class RunStoreConformance
{
    [Fact]
    public async Task Leases_ById_GiveThoseAlone_AndLeaveOutWhatIsNotThere()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = store;
        var admitted = await CommitAsync(store, opening, b => b with
        {
            Admissions = [new AdmissionChunk([Page("https://shop.test/a"), Page("https://shop.test/b")])],
            Leases = [2, 7],
        });
        Assert.Equal(2, admitted.LastRequestId);
        Assert.Equal("https://shop.test/b", Assert.Single(admitted.Leased).Url);
        Assert.Equal(new RunCounters { Queued = 1, Leased = 1 }, admitted.Counters);

        var again = await CommitAsync(store, opening, b => b with { Leases = [2] });
        Assert.Empty(again.Leased);
    }

    [Fact]
    public async Task Leases_ById_DoNotWaitForTheirTime()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = store;
        var request = Assert.Single(await LeaseAsync(store, opening, Page("https://shop.test/a")));
        var waiting = await CommitAsync(store, opening, b => b with
        {
            Settlements = [Done(request) with { As = SettledAs.Retry, NotBefore = Now.AddHours(1) }],
        });
        Assert.Equal(Now.AddHours(1), waiting.NextWaitingAt);

        var leased = await CommitAsync(store, opening, b => b with { Leases = [request.Id] });

        Assert.Equal(1, Assert.Single(leased.Leased).Attempts);
        Assert.Null(leased.NextWaitingAt);
        Assert.Equal(new RunCounters { Leased = 1, Attempts = 1, Bytes = 100 }, leased.Counters);
    }
}
