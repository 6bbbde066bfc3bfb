using Trawl.Engine.Seams.Store;
using Trawl.Model.Runs;

namespace Trawl.Storage.Tests.Conformance;

public abstract partial class RunStoreConformance
{
    /// <summary>
    /// Which pages are within the limit is a function of the links, not of the order in which pages arrive.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Depth_RandomLinksInRandomOrder_FetchesExactlyWhatTheShortestPathsReach(int seed)
    {
        const int limit = 4;
        var random = new Random(seed);
        var links = RandomLinks(random, pages: 60);
        var (store, opening) = await OpenAsync(Create(Plans.Simple(depth: limit)));
        await using var _ = store;
        var hands = new List<LeasedRequest>();
        var done = new List<int>();
        var result = await CommitAsync(store, opening, b => b with { Admissions = [new AdmissionChunk([Node(0, 0)])] });
        var want = new LeaseWant(Assert.Single(result.Hosts).HostId, 7);
        while (result.Counters.Queued > 0 || hands.Count > 0)
        {
            // Taken from anywhere in what is in hand, so that long paths may come before short ones.
            var settled = hands.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToList();
            hands.RemoveAll(settled.Contains);
            done.AddRange(settled.Select(Number));
            result = await CommitAsync(store, opening, b => b with
            {
                Settlements = [.. settled.Select(r => Done(r, Children(r, links)))],
                Wants = [want],
            });
            hands.AddRange(result.Leased);
        }

        var expected = ShortestPaths(links, pages: 60).Where(d => d.Value <= limit).Select(d => d.Key);
        Assert.Equal(expected.Order(), done.Order());
        result = await CommitAsync(store, opening, b => b with { End = new RunEnd(RunState.Publishing, null, null) });
        var found = done.SelectMany(p => links[p]).Select(l => l.To).Append(0).Distinct().Count();
        Assert.Equal(found - done.Count, result.Counters.Skipped);
    }

    [Fact]
    public async Task Depth_StartPointFoundLaterAmongTheParked_ReopensItAndWhatIsBehind()
    {
        var (store, opening) = await OpenAsync(Create(Plans.Simple(depth: 1)));
        await using var _ = store;
        var start = Assert.Single(await LeaseAsync(store, opening, Node(0, 0)));
        var result = await CommitAsync(store, opening, b => b with { Settlements = [Done(start, Node(1, 1))] });
        var hostId = Assert.Single(result.Hosts).HostId;
        var wants = new[] { new LeaseWant(hostId, 9) };
        var one = Assert.Single((await CommitAsync(store, opening, b => b with { Wants = wants })).Leased);
        result =
            await CommitAsync(store, opening, b => b with { Settlements = [Done(one, Node(2, 2))], Wants = wants });
        Assert.Empty(result.Leased);
        Assert.Equal(0, result.Counters.Queued);
        result = await CommitAsync(store, opening, b => b with { Admissions = [new AdmissionChunk([Node(1, 0)])], Wants = wants });
        Assert.Equal("https://shop.test/2", Assert.Single(result.Leased).Url);
        Assert.Equal(1, result.Leased[0].Depth);
    }

    private static NewRequest Node(int number, int depth) => Page($"https://shop.test/{number}", depth);

    private static int Number(LeasedRequest request) =>
        int.Parse(request.Url["https://shop.test/".Length..], System.Globalization.CultureInfo.InvariantCulture);

    private static NewRequest[] Children(LeasedRequest request, List<(int To, int Cost)>[] links) =>
        [.. links[Number(request)].Select(l => Node(l.To, request.Depth + l.Cost))];

    private static List<(int To, int Cost)>[] RandomLinks(Random random, int pages) =>
    [
        .. Enumerable.Range(0, pages).Select(_ => Enumerable.Range(0, random.Next(4))
            .Select(_ => (To: random.Next(pages), Cost: random.Next(5) == 0 ? 0 : 1))
            .DistinctBy(l => l.To).ToList()),
    ];

    private static Dictionary<int, int> ShortestPaths(List<(int To, int Cost)>[] links, int pages)
    {
        var depths = new Dictionary<int, int> { [0] = 0 };
        for (var round = 0; round < pages; round++)
        {
            foreach (var from in depths.Keys.ToArray())
            {
                foreach (var (to, cost) in links[from])
                {
                    depths[to] = Math.Min(depths.GetValueOrDefault(to, int.MaxValue), depths[from] + cost);
                }
            }
        }

        return depths;
    }
}
