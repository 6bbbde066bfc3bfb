using System.Xml.XPath;
using Trawl.Html.Dom;

namespace Trawl.Html.Selectors.XPath;

/// <summary>The platform's XPath engine over <see cref="HtmlNavigator"/>: all of XPath 1.0, at its own pace.</summary>
internal static class GeneralEngine
{
    public static XPathResult Evaluate(XPathExpression expression, HtmlDocument document, int scope)
    {
        try
        {
            return new HtmlNavigator(new NavigatorSession(document), scope).Evaluate(expression) switch
            {
                XPathNodeIterator nodes => XPathResult.Of(Collect(nodes)),
                string text => XPathResult.Of(text),
                double number => XPathResult.Of(number),
                bool value => XPathResult.Of(value),
                var other => XPathResult.Failure($"The expression gave a {other?.GetType().Name}."),
            };
        }
        catch (XPathBudgetException)
        {
            return XPathResult.Failure("The expression was given up: it visits the page's nodes too many times.");
        }
        catch (XPathException e)
        {
            return XPathResult.Failure(e.Message);
        }
    }

    private static List<XPathMatch> Collect(XPathNodeIterator nodes)
    {
        var list = new List<XPathMatch>();
        while (nodes.MoveNext()) list.Add(((HtmlNavigator)nodes.Current!).Place);
        return list;
    }
}
