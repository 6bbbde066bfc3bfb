using System.Globalization;

namespace Trawl.Browser.Bench;

/// <summary>The figures as <c>docs/performance/browser.md</c>.</summary>
internal static class BenchReport
{
    /// <summary>The run of median time.</summary>
    public static Reading Median(IReadOnlyList<Reading> readings) => readings.OrderBy(r => r.Wall).ElementAt(readings.Count / 2);

    public static string Write(Reading rival, Reading own, int products, int rounds, int concurrency, string chromium)
    {
        var pages = products + 1;
        return string.Create(CultureInfo.InvariantCulture, $"""
            # Browser pages beside Crawlee

            {products} product pages and their list in a shop made by scripts (`Trawl.Demo/Scripted`): data by fetch, a price that comes late into a
            shadow tree, pictures that come when they are seen, a frame of its own and one of another origin, a list that grows. Both open
            {concurrency} pages at once in the same {chromium}, keep pictures from loading, wait for the same, scroll to the end, and write the
            same records: every field of every record is compared with what the shop holds. Crawlee is `PlaywrightCrawler` 3.18.1, as its
            documentation sets it up, without fingerprints and storage; Trawl is `trawl run` with everything on: robots.txt, the egress guard's proxy,
            the journal, the recorded document of every page. Whole process trees, start to end, in a control group; {rounds} rounds in turn, the
            median, on {Environment.ProcessorCount} shared cores: the ratios are what counts; the machine had other work at the time.

            | | Crawlee | Trawl | Trawl ÷ Crawlee |
            |---|---:|---:|---:|
            | pages a minute | {PerMinute(rival, pages):0} | {PerMinute(own, pages):0} | **{PerMinute(own, pages) / PerMinute(rival, pages):0.00}** |
            | CPU seconds a page | {rival.Cpu.TotalSeconds / pages:0.00} | {own.Cpu.TotalSeconds / pages:0.00} | **{own.Cpu / rival.Cpu:0.00}** |

            This page is written by `bench/Trawl.Browser.Bench` (its first lines say how it is run).

            """);
    }

    private static double PerMinute(Reading reading, int pages) => pages / reading.Wall.TotalMinutes;
}
