using System.Text;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Simulation.World;

/// <summary>
/// The simulated web's answer to each exchange, on virtual time. It outlives engines, like the real one, and writes
/// down every arrival: what is judged is what the servers saw.
/// </summary>
internal sealed class SimFetcher(SimSite site, TimeProvider clock, int seed) : IFetcher
{
    private readonly Random _chance = new(seed);
    private readonly Dictionary<string, int> _answers = [];

    public List<Arrival> Arrivals { get; } = [];

    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        var uri = new Uri(request.Url);
        var arrival = new Arrival(request.Url, uri.Host, started);
        Arrivals.Add(arrival);
        var page = site.Find(request.Url);
        await Task.Delay(TimeSpan.FromMilliseconds((page?.LatencyMs ?? 20) * (0.5 + _chance.NextDouble())), clock, cancellationToken);
        var answer = uri.AbsolutePath == "/robots.txt" ? Robots(request.Url)
            : site.Sitemaps?.Find(request.Url) is { } sitemap ? new SimAnswer(200, sitemap)
            : Page(request.Url, page);
        arrival.Status = answer.Status;
        arrival.RetryAfter = answer.RetryAfter;
        arrival.AnsweredAt = clock.GetUtcNow();
        return answer.ToResult(started, clock.GetUtcNow() - started);
    }

    private SimAnswer Robots(string url) =>
        Count(url) <= site.RobotsTroubles ? new SimAnswer(500) : new SimAnswer(200, "User-agent: *\nAllow: /\n");

    private SimAnswer Page(string url, SimPage? page)
    {
        var times = Count(url);
        return page switch
        {
            null or { Trouble: PageTrouble.Gone } => new SimAnswer(404),
            { Trouble: PageTrouble.BrokenOnce } when times == 1 => new SimAnswer(500),
            { Trouble: PageTrouble.AlwaysBroken } => new SimAnswer(500),
            { Trouble: PageTrouble.ResetOnce } when times == 1 => new SimAnswer(0),
            { Trouble: PageTrouble.Busy } when times == 1 => new SimAnswer(503, RetryAfter: 7),
            { Trouble: PageTrouble.Redirect } => new SimAnswer(301, Location: page.Links.Count > 0 ? page.Links[0] : "/nowhere"),
            _ => new SimAnswer(200, string.Join('\n', page.Links)),
        };
    }

    private int Count(string url) => _answers[url] = _answers.GetValueOrDefault(url) + 1;
}
