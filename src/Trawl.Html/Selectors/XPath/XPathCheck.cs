using System.Xml.XPath;
using Trawl.Html.Dom;

namespace Trawl.Html.Selectors.XPath;

/// <summary>Compiles an expression and says what is wrong with it, as near to the place as the engine lets us know.</summary>
internal static class XPathCheck
{
    public static SelectorError? Compile(string text, out XPathExpression expression)
    {
        expression = null!;
        if (Unbalanced(text) is { } unbalanced) return unbalanced;
        try
        {
            expression = XPathExpression.Compile(text);

            // Unknown functions, variables and prefixes show only when evaluated.
            using var empty = new HtmlDocument("");
            var result = GeneralEngine.Evaluate(expression.Clone(), empty, HtmlDocument.Root);
            return result.Kind == XPathResultKind.Failed ? Explain(text, result.Text) : null;
        }
        catch (Exception e) when (e is XPathException or ArgumentException)
        {
            return Explain(text, e.Message);
        }
    }

    private static SelectorError? Unbalanced(string text)
    {
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\'')
            {
                var end = text.IndexOf(c, i + 1);
                if (end < 0) return new SelectorError($"The string is not closed; expected {c}.", i);
                i = end;
            }
            else if (c is '(' or '[')
            {
                open.Push(i);
            }
            else if (c is ')' or ']')
            {
                var wanted = c == ')' ? '(' : '[';
                if (!open.TryPop(out var start) || text[start] != wanted)
                    return new SelectorError($"\"{c}\" closes nothing; expected \"{wanted}\" before it.", i);
            }
        }
        if (!open.TryPop(out var last)) return null;
        return new SelectorError($"\"{text[last]}\" is not closed; expected \"{(text[last] == '(' ? ')' : ']')}\".", last);
    }

    private static SelectorError Explain(string text, string reason)
    {
        var variable = text.IndexOf('$');
        if (variable >= 0) return new SelectorError("There are no variables; write the value itself.", variable);
        if (text.Trim().Length == 0) return new SelectorError("Expected an expression, such as //h1.", 0);
        return new SelectorError($"\"{text}\" is not an XPath 1.0 expression: {reason}", 0);
    }
}
