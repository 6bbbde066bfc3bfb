using System.Globalization;
using Trawl.Server.Bench;

// Usage: taskset -c 1 Trawl.Server.Bench [--products 1500] [--delay 20] [--followers 1000] [--requests 200] [--rounds 2]
// One crawl alone and one beside followers of its journal and callers of the API, in turns. The server has processor 0 to
// itself; the site and the callers share the one that this program was given.
int Number(string name, int usual) =>
    Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : usual;

var (followers, requests) = (Number("--followers", 1_000), Number("--requests", 200));
var crawls = new List<Crawl>();
for (var round = 0; round < Number("--rounds", 2); round++)
{
    foreach (var isWatched in new[] { false, true })
    {
        var crawl = await CrawlRound.RunAsync(Number("--products", 1_500), Number("--delay", 20), isWatched ? followers : 0, isWatched ? requests : 0);
        crawls.Add(crawl);
        Console.WriteLine(crawl);
    }
}

double Median(bool isWatched) => crawls.Where(c => c.Followers > 0 == isWatched).Select(c => c.PagesPerSecond).Order().ElementAt(crawls.Count / 4);

Console.WriteLine(FormattableString.Invariant($"Crawl beside them: {100 * Median(true) / Median(false):0.0} % of its pages per second alone."));
return Median(true) >= 0.9 * Median(false) ? 0 : 1;
