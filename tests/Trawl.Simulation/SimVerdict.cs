using System.Text.Json;
using Trawl.Simulation.World;

namespace Trawl.Simulation;

/// <summary>Judges a simulated run by what the servers saw and what stands on the disk; answers what is wrong.</summary>
internal static class SimVerdict
{
    /// <summary>Commits take a few virtual milliseconds: a success this close before a death may have been lost.</summary>
    private static readonly TimeSpan s_unsure = TimeSpan.FromMilliseconds(100);

    public static IEnumerable<string> Judge(SimOutcome run)
    {
        var faults = Dataset(run).Concat(Requests(run)).Concat(SimCapture.Faults(run));
        return run.HadZombie ? faults : faults.Concat(Refetches(run)).Concat(Politeness(run)).Concat(RetryAfter(run));
    }

    /// <summary>P2: the published dataset is that of a perfect crawl.</summary>
    private static IEnumerable<string> Dataset(SimOutcome run)
    {
        var path = Path.Combine(run.Folder, "datasets", "page.jsonl");
        var got = File.Exists(path)
            ? File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("url").GetString()!).ToList()
            : [];
        var expected = run.Site.Expected();
        foreach (var url in expected.Except(got))
        {
            yield return $"missing record {url}";
        }

        foreach (var url in got.Except(expected))
        {
            yield return $"extra record {url}";
        }

        if (got.Count != got.Distinct().Count())
        {
            yield return "doubled records";
        }

        if (!got.SequenceEqual(got.Order(StringComparer.Ordinal)))
        {
            yield return "the dataset is not in canonical order";
        }
    }

    /// <summary>P1: every request ended in one final state, and the counters say the same.</summary>
    private static IEnumerable<string> Requests(SimOutcome run) => RunFacts.Read(run.Folder).Faults();

    /// <summary>P3: what succeeded durably is not fetched again.</summary>
    private static IEnumerable<string> Refetches(SimOutcome run)
    {
        foreach (var page in run.Arrivals.Where(a => !a.Url.EndsWith("/robots.txt", StringComparison.Ordinal)).GroupBy(a => a.Url))
        {
            var first = page.FirstOrDefault(a => a.Status is 200 or 301 or 404);
            foreach (var again in page.Where(a => first?.AnsweredAt is { } done && a.At > done))
            {
                if (!run.Deaths.Any(death => death >= first!.AnsweredAt && death - first.AnsweredAt <= s_unsure))
                {
                    yield return $"{page.Key} was fetched again at {again.At:O}, done at {first!.AnsweredAt:O}; deaths: {string.Join(' ', run.Deaths.Select(d => d.ToString("O")))}";
                }
            }
        }
    }

    /// <summary>P4: the delay holds between any two arrivals at a host, restarts included.</summary>
    private static IEnumerable<string> Politeness(SimOutcome run) =>
        from host in run.Arrivals.GroupBy(a => a.Host)
        let times = host.Select(a => a.At).Order().ToArray()
        from pair in times.Zip(times.Skip(1))
        where pair.Second - pair.First < run.Delay
        select $"{host.Key}: two arrivals {(pair.Second - pair.First).TotalMilliseconds} ms apart at {pair.Second:O}, the delay is {run.Delay.TotalMilliseconds} ms";

    /// <summary>Retry-After is kept by the whole host, unless the engine died before it could be stored.</summary>
    private static IEnumerable<string> RetryAfter(SimOutcome run) =>
        from busy in run.Arrivals.Where(a => a.RetryAfter is not null)
        let until = busy.AnsweredAt + TimeSpan.FromSeconds(busy.RetryAfter!.Value)
        where !run.Deaths.Any(death => death >= busy.AnsweredAt && death - busy.AnsweredAt <= s_unsure)
        from early in run.Arrivals
        where early.Host == busy.Host && early.At > busy.AnsweredAt && early.At < until
        select $"{busy.Host}: arrival at {early.At:O} although Retry-After asked for silence until {until:O}";
}
