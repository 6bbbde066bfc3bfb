using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.XPath;

/// <summary>
/// The XPaths scrapers write most, run as a selector: child and descendant steps with predicates are what the
/// selectors' automaton does, and the last step takes an attribute or text from what it found.
/// </summary>
internal sealed class PathPlan(ComplexSelector path, bool absolute, PathEnd end, SelectorName? attribute, PathResult result)
{
    private readonly SelectorProgram[] _programs = SelectorProgram.Pack([(path, 0)]);

    public XPathResult Evaluate(HtmlDocument document, int scope)
    {
        var run = MatchRun.Start(document, scope);
        try
        {
            return Evaluate(run, absolute ? HtmlDocument.Root : scope);
        }
        finally
        {
            run.End();
        }
    }

    private XPathResult Evaluate(MatchRun run, int from)
    {
        if (result == PathResult.Count && end is PathEnd.Elements or PathEnd.Attribute)
        {
            var sink = new CountSink();
            TreeWalk.Run(run, _programs, from, ref sink);
            return XPathResult.Of((double)sink.Count);
        }
        var nodes = Nodes(run, from);
        return result switch
        {
            PathResult.Count => XPathResult.Of((double)nodes.Count),
            PathResult.Text => XPathResult.Of(nodes.Count == 0 ? "" : nodes[0].Value(run.Document)),
            PathResult.Boolean => XPathResult.Of(nodes.Count > 0),
            _ => XPathResult.Of(nodes),
        };
    }

    private List<XPathMatch> Nodes(MatchRun run, int from)
    {
        var elements = new List<int>();
        var sink = new ListSink(elements);
        TreeWalk.Run(run, _programs, from, ref sink);
        var nodes = new List<XPathMatch>(elements.Count);
        if (end is PathEnd.ChildText or PathEnd.AllText)
        {
            var texts = new List<int>();
            TextNodes.Add(run.Document, elements, end == PathEnd.AllText, texts);
            foreach (var text in texts) nodes.Add(new XPathMatch(text));
            return nodes;
        }
        var name = attribute is null ? 0 : run.Id(attribute);
        foreach (var element in elements)
            nodes.Add(attribute is null ? new XPathMatch(element) : new XPathMatch(element, IndexOf(run.Document, element, name)));
        return nodes;
    }

    private static int IndexOf(HtmlDocument document, int element, int name)
    {
        for (var i = 0; ; i++)
        {
            document.AttributeAt(element, i, out var found);
            if (found == name) return i;
        }
    }
}
