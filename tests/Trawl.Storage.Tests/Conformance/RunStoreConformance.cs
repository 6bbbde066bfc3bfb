using System.Text;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Errors;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Model.Records;
using Trawl.Model.Runs;

namespace Trawl.Storage.Tests.Conformance;

/// <summary>What every <see cref="IRunStore"/> must do, whatever it is built on.</summary>
public abstract partial class RunStoreConformance
{
    protected static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A new run of this plan, not yet opened.</summary>
    protected abstract IRunStore Create(PipelinePlan plan);

    /// <summary>The same run through another connection, as a second process would have it.</summary>
    protected abstract IRunStore Reopen();

    protected static NewRequest Page(string url, int depth = 0, string? skipCode = null) => new()
    {
        Fingerprint = Fingerprint.Of("GET", url, []),
        Url = url,
        Host = new Uri(url).GetLeftPart(UriPartial.Authority),
        Depth = depth,
        Via = "start",
        SkipCode = skipCode,
    };

    protected static NewRecord Record(string json, string? key = null) =>
        new() { Type = "product", Key = key, Payload = Encoding.UTF8.GetBytes(json) };

    protected static Settlement Done(LeasedRequest request, params NewRequest[] children) => new()
    {
        Request = request,
        As = SettledAs.Done,
        At = Now,
        Status = 200,
        Bytes = 100,
        Fetched = true,
        Children = children,
    };

    protected static async Task<(IRunStore Store, RunOpening Opening)> OpenAsync(IRunStore store) =>
        (store, await store.OpenAsync(Now, default));

    protected static ValueTask<CommitResult> CommitAsync(
        IRunStore store, RunOpening opening, Func<CommitBatch, CommitBatch> with) =>
        store.CommitAsync(with(new CommitBatch { Epoch = opening.Epoch, Now = Now }), default);

    /// <summary>Admits these pages of one host and leases them all.</summary>
    protected static async Task<IReadOnlyList<LeasedRequest>> LeaseAsync(
        IRunStore store, RunOpening opening, params NewRequest[] pages)
    {
        var admitted = await CommitAsync(store, opening, b => b with { Admissions = [new AdmissionChunk(pages)] });
        var wants = admitted.Hosts.Select(h => new LeaseWant(h.HostId, 1000)).ToArray();
        return (await CommitAsync(store, opening, b => b with { Wants = wants })).Leased;
    }

    [Fact]
    public async Task Open_NewRun_GivesPlanAndFirstEpoch()
    {
        var plan = Plans.Simple(depth: 3);
        var (store, opening) = await OpenAsync(Create(plan));
        await using var _ = store;
        Assert.Equal(1, opening.Epoch);
        Assert.Equal(RunState.Accepted, opening.State);
        Assert.Equal(plan.Name, opening.Plan.Name);
        Assert.Equal(3, opening.Plan.Scope.Depth);
        Assert.Equal(new RunCounters(), opening.Counters);
        Assert.Empty(opening.Hosts);
        Assert.Null(opening.NextWaitingAt);
        Assert.Equal(0, opening.Reclaimed);
    }

    [Fact]
    public async Task Commit_Admissions_AreQueuedOnceAndLeasedOldestFirst()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = store;
        var result = await CommitAsync(store, opening, b => b with
        {
            Admissions =
            [
                new AdmissionChunk([Page("https://shop.test/b"), Page("https://shop.test/a"), Page("https://shop.test/b")])
                {
                    StartPointsAdmitted = 1,
                },
            ],
        });
        var host = Assert.Single(result.Hosts);
        Assert.Equal("https://shop.test", host.Name);
        Assert.Equal(2, host.Queued);
        Assert.Equal(2, result.Counters.Queued);
        result = await CommitAsync(store, opening, b => b with { Wants = [new LeaseWant(host.HostId, 1)] });
        Assert.Equal("https://shop.test/b", Assert.Single(result.Leased).Url);
        Assert.Equal(1, Assert.Single(result.Hosts).Queued);
        Assert.Equal((1, 1), (result.Counters.Queued, result.Counters.Leased));
    }

    [Fact]
    public async Task Lease_RequestWithHeadersAndBody_ComesBackWhole()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = store;
        var body = Encoding.UTF8.GetBytes("q=ü");
        var post = Page("https://shop.test/search") with
        {
            Method = "POST",
            Headers = [new HeaderPlan("X-A", "1")],
            Body = body,
            Depth = 2,
            Redirects = 1,
            Via = "rule",
        };
        var leased = Assert.Single(await LeaseAsync(store, opening, post));
        Assert.Equal("POST", leased.Method);
        Assert.Equal(new HeaderPlan("X-A", "1"), Assert.Single(leased.Headers));
        Assert.Equal(body, leased.Body.ToArray());
        Assert.Equal((2, 1, "rule", 0), (leased.Depth, leased.Redirects, leased.Via, leased.Attempts));
    }

    [Fact]
    public async Task Settle_Done_StoresChildrenRecordsAndCounts()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = store;
        var leased = Assert.Single(await LeaseAsync(store, opening, Page("https://shop.test/")));
        var settlement = Done(leased, Page("https://shop.test/1", 1), Page("https://cdn.test/2", 1)) with
        {
            Records =
            [
                Record("{\"sku\":\"1\"}", "1"),
                Record("{}") with { Status = RecordStatus.Quarantined, Problems = "[]" },
                Record("{}") with { Status = RecordStatus.Dropped },
            ],
        };
        var result = await CommitAsync(store, opening, b => b with { Settlements = [settlement] });
        Assert.Equal(
            new RunCounters
            {
                Queued = 2, Done = 1, Attempts = 1, Bytes = 100, Records = 1, Quarantined = 1, Dropped = 1,
            },
            result.Counters);
        Assert.Equal(
            ["https://cdn.test 1", "https://shop.test 1"],
            result.Hosts.Select(h => $"{h.Name} {h.Queued}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Settle_Twice_IsRefusedAndStoresNothing()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = store;
        var leased = Assert.Single(await LeaseAsync(store, opening, Page("https://shop.test/")));
        await CommitAsync(store, opening, b => b with { Settlements = [Done(leased)] });
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await CommitAsync(store, opening, b => b with
        {
            Settlements = [Done(leased, Page("https://shop.test/x"))],
        }));
        var after = await CommitAsync(store, opening, b => b);
        Assert.Equal(new RunCounters { Done = 1, Attempts = 1, Bytes = 100 }, after.Counters);
    }

    [Fact]
    public async Task Settle_SecondOfTwoIsBad_FirstIsNotStoredEither()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = store;
        var leased = Assert.Single(await LeaseAsync(store, opening, Page("https://shop.test/")));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await CommitAsync(store, opening, b => b with
        {
            Settlements = [Done(leased, Page("https://new.test/x")), Done(leased)],
        }));
        var after = await CommitAsync(store, opening, b => b);
        Assert.Equal(new RunCounters { Leased = 1 }, after.Counters);
        after =
            await CommitAsync(store, opening, b => b with { Settlements = [Done(leased, Page("https://new.test/x"))] });
        Assert.Equal(1, after.Counters.Queued);
        Assert.Equal("https://new.test", Assert.Single(after.Hosts).Name);
    }

    [Fact]
    public async Task Settle_Retry_WaitsUntilItsTimeAndCountsTheAttempt()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = store;
        var leased = Assert.Single(await LeaseAsync(store, opening, Page("https://shop.test/")));
        var due = Now.AddSeconds(30);
        var retry = Done(leased) with { As = SettledAs.Retry, Code = ErrorCode.FetchReset, NotBefore = due };
        var result = await CommitAsync(store, opening, b => b with { Settlements = [retry] });
        Assert.Equal(due, result.NextWaitingAt);
        Assert.Equal((1, 0), (result.Counters.Queued, result.Counters.Leased));
        var want = new LeaseWant(leased.HostId, 5);
        result = await CommitAsync(store, opening, b => b with { Now = due.AddMilliseconds(-1), Wants = [want] });
        Assert.Empty(result.Leased);
        result = await CommitAsync(store, opening, b => b with { Now = due, Wants = [want] });
        Assert.Equal(1, Assert.Single(result.Leased).Attempts);
        Assert.Null(result.NextWaitingAt);
    }

    [Fact]
    public async Task Settle_Released_IsAsIfNeverLeased()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = store;
        var leased = Assert.Single(await LeaseAsync(store, opening, Page("https://shop.test/")));
        var release = new Settlement { Request = leased, As = SettledAs.Released, At = Now };
        var result = await CommitAsync(store, opening, b => b with
        {
            Settlements = [release],
            Wants = [new LeaseWant(leased.HostId, 1)],
        });
        Assert.Equal(leased.Id, Assert.Single(result.Leased).Id);
        Assert.Equal(0, result.Counters.Attempts);
    }

    [Fact]
    public async Task Admission_WithSkipCode_IsSkippedAtOnce()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple()));
        await using var _ = store;
        var result = await CommitAsync(store, opening, b => b with
        {
            Admissions = [new AdmissionChunk([Page("https://shop.test/x", skipCode: ErrorCode.SkipScope)])],
        });
        Assert.Equal(new RunCounters { Skipped = 1 }, result.Counters);
    }
}
