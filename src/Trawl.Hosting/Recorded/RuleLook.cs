using Trawl.Api.Pages;
using Trawl.Hosting.Running;
using Trawl.Recording.Reading;
using Trawl.Steps.Probing;

namespace Trawl.Hosting.Recorded;

/// <summary>Tries a selector on all recorded pages of a rule, on all cores.</summary>
internal sealed class RuleLook(RecordedRun run, SelectorProbe probe, TimeProvider clock)
{
    private const int LongestText = 200;

    public RuleSelection Look(string rule, int limit, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var pages = run.Reader.PagesOfRule(rule);
        var looks = new PageLook[pages.Count];
        Parallel.For(0, pages.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => looks[i] = Look(pages[i].Id, pages[i].Attempts));
        var read = looks.Where(l => l.Problem is null).ToList();
        return new RuleSelection
        {
            Rule = rule,
            Pages = read.Count,
            PagesWithMatch = read.Count(l => l.Count > 0),
            Matches = read.Sum(l => (long)l.Count),
            Samples = Samples([.. looks.Where(l => l.Count > 0)], limit),
            Without = [.. read.Where(l => l.Count == 0).Take(limit).Select(l => l.Url)],
            Unread = looks.Length - read.Count,
            UnreadReason = looks.FirstOrDefault(l => l.Problem is not null).Problem,
            Seconds = Snapshots.Seconds(clock.GetElapsedTime(began)),
        };
    }

    private PageLook Look(long request, int attempts)
    {
        try
        {
            if (run.Capture.Find(request, attempts - 1) is not { } exchange)
            {
                return new PageLook("", 0, null, "not recorded");
            }

            var found = probe.Select(Exchanges.Page(exchange, run.Plan.Fetch.MaxBody), 1, places: false);
            return new PageLook(exchange.Url, found.Count, found.Matches.Count > 0 ? Cut(found.Matches[0].Text) : null, found.Problem);
        }
        catch (CaptureDamagedException damage)
        {
            return new PageLook("", 0, null, damage.Message);
        }
    }

    private static List<PageSample> Samples(PageLook[] found, int limit)
    {
        var step = Math.Max(1.0, (double)found.Length / limit);
        var samples = new List<PageSample>();
        for (var at = 0.0; at < found.Length && samples.Count < limit; at += step)
        {
            var look = found[(int)at];
            samples.Add(new PageSample(look.Url, look.Count, look.Text));
        }

        return samples;
    }

    private static string? Cut(string? text) => text is { Length: > LongestText } ? text[..LongestText] + "…" : text;
}
