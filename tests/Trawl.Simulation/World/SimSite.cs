namespace Trawl.Simulation.World;

/// <summary>A web drawn from a seed: pages on a few hosts that link to each other, with troubles.</summary>
internal sealed class SimSite
{
    private readonly Dictionary<string, SimPage> _pages = [];

    public SimSite(int seed)
    {
        var chance = new Random(seed);
        var hosts = 1 + chance.Next(3);
        var count = 8 + chance.Next(40);
        var urls = Enumerable.Range(0, count).Select(i => $"http://h{i % hosts}.test/p{i}").ToArray();
        for (var i = 0; i < count; i++)
        {
            // A tree, so that all is reachable, and links across it, so that most are duplicates.
            var links = new List<string>();
            for (var child = (2 * i) + 1; child <= (2 * i) + 2 && child < count; child++)
            {
                links.Add(urls[child]);
            }

            for (var extra = chance.Next(4); extra > 0; extra--)
            {
                links.Add(urls[chance.Next(count)]);
            }

            _pages[urls[i]] = new SimPage(links, (PageTrouble)Math.Max(0, chance.Next(12) - 6), chance.Next(1, 400));
        }

        _pages[urls[0]] = _pages[urls[0]] with { Trouble = PageTrouble.None };
        Start = urls[0];
        Hosts = [.. Enumerable.Range(0, hosts).Select(i => $"h{i}.test")];
        RobotsTroubles = chance.Next(3);
        Sitemaps = new Random(seed + 1).Next(3) == 0 ? new SimSitemaps("http://h0.test", Expected()) : null;
    }

    public string Start { get; }

    public IReadOnlyList<string> Hosts { get; }

    /// <summary>How often robots.txt answers 500 before it answers.</summary>
    public int RobotsTroubles { get; }

    /// <summary>Null where the web has none.</summary>
    public SimSitemaps? Sitemaps { get; }

    public SimPage? Find(string url) => _pages.GetValueOrDefault(url);

    /// <summary>What a perfect crawl finds: the pages that are fetched in the end.</summary>
    public SortedSet<string> Expected()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string> { Start };
        var queue = new Queue<string>([Start]);
        while (queue.TryDequeue(out var url))
        {
            var page = _pages[url];
            if (page.Trouble is PageTrouble.Gone or PageTrouble.AlwaysBroken)
            {
                continue;
            }

            if (page.Trouble != PageTrouble.Redirect)
            {
                found.Add(url);
            }

            foreach (var link in page.Trouble == PageTrouble.Redirect ? page.Links.Take(1) : page.Links)
            {
                if (seen.Add(link))
                {
                    queue.Enqueue(link);
                }
            }
        }

        return found;
    }
}
