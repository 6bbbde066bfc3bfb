using System.Diagnostics;
using AngleSharp.Html.Dom;
using Trawl.Html.Dom;
using Trawl.Html.Parsing;
using Trawl.Html.Selectors;

namespace Trawl.Selectors.Bench;

/// <summary>
/// What a page rule with many fields costs apart from parsing: every page is parsed once by each library, then only
/// the selections are timed, in turns. AngleSharp has no XPath; the two XPaths race against the platform's engine.
/// </summary>
internal sealed class SelectionRace
{
    private static readonly string[] s_css =
    [
        "h2", "link[rel=\"stylesheet\"]", "meta[name=\"viewport\"]", "pre, code", "table tr > td:first-child", "div[class] > p",
        "ul li a[href^=\"http\"]", "[id]", "ul > li:nth-child(2n+1)", "dl > dt:first-of-type",
    ];

    private static readonly string[] s_xpath = ["count(//table//tr[td])", "//a[contains(@href,'#')]/@href"];

    private readonly int _rounds;
    private readonly string[] _sources;
    private readonly HtmlDocument[] _pages;
    private readonly IHtmlDocument[] _theirs;
    private readonly CssSelector[] _css = [.. s_css.Select(Css)];
    private readonly XPathSelector[] _xpath = [.. s_xpath.Select(XPath)];
    private readonly SelectorSet _set;
    private readonly List<int>[] _lists = [.. s_css.Select(_ => new List<int>())];

    public SelectionRace(string[] sources, int rounds)
    {
        (_sources, _rounds) = (sources, rounds);
        _pages = [.. sources.Select(source => HtmlParser.Parse(source))];
        _theirs = [.. sources.Select(source => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(source))];
        _set = SelectorSet.Build(_css);
    }

    public void Run(TextWriter output)
    {
        (string Name, Func<int, long> Work)[] lanes =
        [
            ("parse the page", Parse),
            ("10 CSS, one set", OneSet),
            ("10 CSS, one by one", OneByOne),
            ("10 CSS, AngleSharp", AngleSharp),
            ("2 XPath", Paths),
            ("2 XPath, general engine", GeneralPaths),
        ];
        var best = new double[lanes.Length];
        Array.Fill(best, double.MaxValue);
        var sums = new long[lanes.Length];
        for (var round = 0; round <= _rounds; round++)
        {
            for (var lane = 0; lane < lanes.Length; lane++)
            {
                var seconds = Measure(lanes[lane].Work, out sums[lane]);
                if (round > 0) best[lane] = Math.Min(best[lane], seconds);
            }
        }
        output.WriteLine($"{_pages.Length} pages, best of {_rounds} rounds, microseconds of processor time a page");
        for (var lane = 0; lane < lanes.Length; lane++)
            output.WriteLine($"{lanes[lane].Name,-26} {best[lane] * 1e6 / _pages.Length,9:F2}   ({sums[lane]} found)");
        foreach (var (i, text) in s_css.Index())
            output.WriteLine($"  {text,-34} {Measure(page => _css[i].Count(_pages[page], HtmlDocument.Root), out _) * 1e6 / _pages.Length,7:F2}");
        foreach (var (i, text) in s_xpath.Index())
            output.WriteLine($"  {text,-34} {Measure(page => Size(_xpath[i].Evaluate(_pages[page], HtmlDocument.Root)), out _) * 1e6 / _pages.Length,7:F2}");
        output.WriteLine($"AngleSharp / one set {best[3] / best[1]:F1}, AngleSharp / one by one {best[3] / best[2]:F1}, "
            + $"general / planned XPath {best[5] / best[4]:F1}, all selection / parsing {(best[1] + best[4]) / best[0]:P0}");
    }

    private double Measure(Func<int, long> work, out long found)
    {
        using var process = Process.GetCurrentProcess();
        var (passes, before, seconds) = (0, process.TotalProcessorTime, 0.0);
        do
        {
            found = 0;
            for (var page = 0; page < _pages.Length; page++) found += work(page);
            passes++;
            process.Refresh();
            seconds = (process.TotalProcessorTime - before).TotalSeconds;
        }
        while (seconds < 0.3);
        return seconds / passes;
    }

    private long Parse(int page)
    {
        using var document = HtmlParser.Parse(_sources[page]);
        return document.NodeCount;
    }

    private long OneSet(int page)
    {
        foreach (var list in _lists) list.Clear();
        _set.Run(_pages[page], HtmlDocument.Root, _lists);
        return _lists.Sum(list => list.Count);
    }

    private long OneByOne(int page)
    {
        var found = 0L;
        for (var i = 0; i < _css.Length; i++)
        {
            _lists[i].Clear();
            _css[i].Select(_pages[page], HtmlDocument.Root, _lists[i]);
            found += _lists[i].Count;
        }
        return found;
    }

    private long AngleSharp(int page) => s_css.Sum(text => (long)_theirs[page].QuerySelectorAll(text).Length);

    private long Paths(int page) => _xpath.Sum(path => Size(path.Evaluate(_pages[page], HtmlDocument.Root)));

    private long GeneralPaths(int page) =>
        _xpath.Sum(path => Size(path.EvaluateGenerally(_pages[page], HtmlDocument.Root)));

    private static long Size(XPathResult result) => result.Nodes.Count + (long)result.Number;

    private static CssSelector Css(string text) =>
        CssSelector.TryParse(text, out var selector, out var error) ? selector : throw new ArgumentException(error.ToString());

    private static XPathSelector XPath(string text) =>
        XPathSelector.TryParse(text, out var selector, out var error) ? selector : throw new ArgumentException(error.ToString());
}
