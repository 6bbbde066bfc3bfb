using System.Globalization;
using System.Text.Json;
using Trawl.Html.Dom;
using Trawl.Html.Selectors;
using Trawl.Model.Plans;
using Trawl.Steps.Content;

namespace Trawl.Steps.Selecting;

/// <summary>An XPath expression; its context node is the found element, or the document.</summary>
internal sealed class XPathItems(SelectorSpec spec, XPathSelector selector) : ItemSelector(spec)
{
    public override void Find(PageView page, in Found scope, List<Found> into)
    {
        if (page.Document is not { } document) return;
        var result = selector.Evaluate(document, scope.Node);
        switch (result.Kind)
        {
            case XPathResultKind.Nodes: AddNodes(page, document, result.Nodes, into); break;
            case XPathResultKind.Text: into.Add(Found.OfText(result.Text)); break;
            case XPathResultKind.Number when double.IsFinite(result.Number): into.Add(Found.OfJson(Json(result.Number))); break;
            case XPathResultKind.Boolean: into.Add(Found.OfText(result.Boolean ? "true" : "false")); break;
            case XPathResultKind.Failed: page.Warn($"\"{selector.Text}\": {result.Text}"); break;
        }
    }

    // A condition "is there any?" counts nodes, so the truth of a boolean expression is one or none.
    public override int Count(PageView page, in Found scope)
    {
        if (page.Document is not { } document) return 0;
        var result = selector.Evaluate(document, scope.Node);
        return result.Kind switch
        {
            XPathResultKind.Nodes => result.Nodes.Count,
            XPathResultKind.Boolean => result.Boolean ? 1 : 0,
            XPathResultKind.Text or XPathResultKind.Number => 1,
            _ => 0,
        };
    }

    // A text node stays a node, so that taking its text treats white space as for elements.
    private static void AddNodes(PageView page, HtmlDocument document, IReadOnlyList<XPathMatch> nodes, List<Found> into)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            var isNode = !node.IsAttribute && document.Kind(node.Node) != NodeKind.Comment;
            into.Add(isNode ? Found.OfElement(node.Node) : Found.OfText(page.Texts.Spend(node.Value(document)), node.Node));
        }
    }

    private static JsonElement Json(double number)
    {
        using var document = JsonDocument.Parse(number.ToString("R", CultureInfo.InvariantCulture));
        return document.RootElement.Clone();
    }
}
