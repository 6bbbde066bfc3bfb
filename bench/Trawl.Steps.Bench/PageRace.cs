using System.Diagnostics;
using System.Globalization;
using Trawl.Engine.Seams.Pages;
using Trawl.Html.Parsing;
using Trawl.Model.Plans;
using Trawl.Web.Encodings;

namespace Trawl.Steps.Bench;

/// <summary>Pages per second of CPU time, garbage collection included, the best of several rounds.</summary>
internal sealed class PageRace(FetchedPage[] pages, int rounds)
{
    private readonly string[] _texts =
        [.. pages.Select(page => PageEncoding.Decode(page.Response.Body.Span, page.Response.Header("Content-Type")).Text)];

    public void Run(TextWriter output)
    {
        Line(output, "decode", Measure(page => PageEncoding.Decode(pages[page].Response.Body.Span, "text/html")));
        Line(output, "parse", Measure(page => HtmlParser.Parse(_texts[page]).Dispose()));
        Line(output, "decode + parse + one field", Measure(Workloads.OneField));
        Line(output, "  + the other fields of crawl", Measure(Workloads.CrawlFields));
        Line(output, "crawl (with links)", Measure(Workloads.Crawl));
        Line(output, "extract without links", Measure(Workloads.ExtractFields));
        Line(output, "extract", Measure(Workloads.Extract));
    }

    private void Line(TextWriter output, string what, (double Seconds, long Bytes) cost) => output.WriteLine(
        string.Create(CultureInfo.InvariantCulture,
            $"{what,-30} {pages.Length / cost.Seconds,9:N0} pages/s {cost.Seconds * 1e6 / pages.Length,8:N1} us/page {cost.Bytes / pages.Length,9:N0} B/page"));

    private (double Seconds, long Bytes) Measure(PipelinePlan plan)
    {
        var handler = new PageHandler(plan);
        return Measure(page => handler.HandleAsync(pages[page], CancellationToken.None).GetAwaiter().GetResult());
    }

    private (double Seconds, long Bytes) Measure(Action<int> work)
    {
        var best = (Seconds: double.MaxValue, Bytes: 0L);
        for (var round = 0; round < rounds; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            for (var page = 0; page < pages.Length; page++) work(page);
            var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            if (seconds < best.Seconds) best = (seconds, GC.GetAllocatedBytesForCurrentThread() - allocated);
        }

        return best;
    }
}
