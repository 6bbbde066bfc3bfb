using System.Diagnostics;
using Trawl.Html.Dom;

namespace Trawl.Html.Bench;

/// <summary>
/// Parses the same pages with Trawl.Html and with AngleSharp in turns, so that whatever else the machine does hits
/// both, and counts processor time of the process (garbage collection and compilation included).
/// </summary>
internal sealed class ParseRace(string[] pages, int rounds)
{
    private readonly Process _process = Process.GetCurrentProcess();
    private long _checksum;

    public void Run(TextWriter output)
    {
        double megabytes = pages.Sum(page => (double)page.Length) / 1e6;
        output.WriteLine($"{pages.Length} pages, {megabytes:F1} M characters, {rounds} rounds after one to warm up");
        double trawlBest = 0, angleBest = 0;
        var ratios = new List<double>();
        for (int round = 0; round <= rounds; round++)
        {
            var trawl = Measure(ParseTrawl);
            var angle = Measure(ParseAngle);
            if (round == 0) continue;
            double ratio = angle.Seconds / trawl.Seconds;
            ratios.Add(ratio);
            trawlBest = Math.Max(trawlBest, pages.Length / trawl.Seconds);
            angleBest = Math.Max(angleBest, pages.Length / angle.Seconds);
            output.WriteLine(
                $"round {round}: Trawl.Html {Show(trawl, megabytes)} | AngleSharp {Show(angle, megabytes)} | {ratio:F1}x");
        }

        ratios.Sort();
        output.WriteLine(
            $"best: Trawl.Html {trawlBest:F0} pages/CPU s, AngleSharp {angleBest:F0}; median ratio {ratios[ratios.Count / 2]:F1}x");
        output.WriteLine($"(checksum {_checksum})");
    }

    private string Show((double Seconds, long Bytes) measured, double megabytes) =>
        $"{pages.Length / measured.Seconds,7:F0} pages/CPU s {megabytes / measured.Seconds,6:F1} M chars/s " +
        $"{measured.Bytes / pages.Length,7} B allocated a page";

    private (double Seconds, long Bytes) Measure(Func<string, int> parse)
    {
        GC.Collect();
        _process.Refresh();
        var before = _process.TotalProcessorTime;
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        // A pass that lasts shorter than half a second is repeated: the clock of processor time is coarse.
        int passes = 0;
        double seconds;
        do
        {
            foreach (string page in pages) _checksum += parse(page);
            passes++;
            _process.Refresh();
            seconds = (_process.TotalProcessorTime - before).TotalSeconds;
        }
        while (seconds < 0.5);
        return (seconds / passes, (GC.GetAllocatedBytesForCurrentThread() - bytes) / passes);
    }

    private static int ParseTrawl(string page)
    {
        using var document = Parsing.HtmlParser.Parse(page);
        return document.LastChild(HtmlDocument.Root);
    }

    private static int ParseAngle(string page)
    {
        using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
        return document.ChildNodes.Length;
    }
}
