using Trawl.Engine.Seams.Store;
using Trawl.Model.Errors;
using Trawl.Model.Records;
using Trawl.Model.Runs;

namespace Trawl.Storage.Tests.Conformance;

public abstract partial class RunStoreConformance
{
    /// <summary>Random batches, deaths and takeovers; the store and the model must agree after each.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Sequences_OfRandomBatches_AgreeWithTheModel(int seed)
    {
        var random = new Random(seed);
        var model = new StoreModel();
        var hosts = new Dictionary<long, string>();
        var hands = new List<LeasedRequest>();
        var store = Create(Plans.Simple());
        var opening = await store.OpenAsync(Now, default);
        Assert.Equal(0, model.Open());
        var now = Now;
        for (var step = 0; step < 120; step++)
        {
            now = now.AddSeconds(random.Next(5));
            if (random.Next(15) == 0)
            {
                await store.DisposeAsync();
                store = Reopen();
                opening = await store.OpenAsync(now, default);
                Assert.Equal(model.Open(), opening.Reclaimed);
                Assert.Equal(model.Counters, opening.Counters);
                Assert.Equal(model.NextWaitingAt, opening.NextWaitingAt);
                hands.Clear();
            }

            var batch = RandomBatch(random, now, opening.Epoch, hosts, hands, isLast: step == 119);
            var expected = model.Commit(batch, id => hosts[id]);
            var result = await store.CommitAsync(batch, default);
            foreach (var host in result.Hosts)
            {
                hosts[host.HostId] = host.Name;
            }

            var where = $"seed {seed}, step {step}";
            Assert.True(model.Counters == result.Counters, $"{where}: {model.Counters} and {result.Counters}");
            Assert.Equal((where, model.NextWaitingAt), (where, result.NextWaitingAt));
            Assert.Equal(expected.Leased, result.Leased.Select(r => r.Url));
            Assert.Equal(
                expected.Hosts.Select(h => $"{where} {h.Key} {h.Value}").Order(StringComparer.Ordinal),
                result.Hosts.Select(h => $"{where} {h.Name} {h.Queued}").Order(StringComparer.Ordinal));
            hands.AddRange(result.Leased);
        }

        await store.DisposeAsync();
        Check();
    }

    /// <summary>Whatever else an implementation can check of its own state.</summary>
    protected virtual void Check()
    {
    }

    private static CommitBatch RandomBatch(
        Random random,
        DateTimeOffset now,
        int epoch,
        Dictionary<long, string> hosts,
        List<LeasedRequest> hands,
        bool isLast)
    {
        var settled = hands.Where(_ => random.Next(3) > 0).ToList();
        hands.RemoveAll(settled.Contains);
        return new CommitBatch
        {
            Epoch = epoch,
            Now = now,
            Settlements = [.. settled.Select(r => RandomSettlement(random, now, r))],
            Admissions = [new AdmissionChunk(RandomPages(random, 3))],
            Wants = isLast
                ? []
                : [.. hosts.Keys.Where(_ => random.Next(2) == 0).Select(h => new LeaseWant(h, random.Next(1, 6)))],
            End = isLast ? new RunEnd(RunState.Cancelled, "end", ErrorCode.SkipCancelled) : null,
        };
    }

    private static Settlement RandomSettlement(Random random, DateTimeOffset now, LeasedRequest request)
    {
        var settledAs = (SettledAs)random.Next(5);
        var settlement = new Settlement
        {
            Request = request,
            As = settledAs,
            At = now,
            Code = settledAs == SettledAs.Done ? null : ErrorCode.FetchReset,
        };
        return settledAs switch
        {
            SettledAs.Released => settlement,
            SettledAs.Retry => settlement with { Fetched = true, NotBefore = now.AddSeconds(random.Next(30)) },
            _ => settlement with
            {
                Fetched = random.Next(2) == 0,
                Bytes = random.Next(1000),
                Children = RandomPages(random, 6),
                Records = [.. Enumerable.Range(0, random.Next(4)).Select(_ =>
                    Record("{}") with { Status = (RecordStatus)random.Next(3) })],
            },
        };
    }

    private static NewRequest[] RandomPages(Random random, int most) =>
    [
        .. Enumerable.Range(0, random.Next(most)).Select(_ => Page(
            $"https://h{random.Next(4)}.test/{random.Next(150)}",
            skipCode: random.Next(10) == 0 ? ErrorCode.SkipScope : null)),
    ];
}
