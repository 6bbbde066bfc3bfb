using System.Diagnostics.CodeAnalysis;
using System.Xml.XPath;
using Trawl.Html.Dom;
using Trawl.Html.Selectors.XPath;

namespace Trawl.Html.Selectors;

/// <summary>
/// An XPath 1.0 expression, compiled once and usable from any number of threads. Elements and attributes are in no
/// namespace and HTML's names are in lower case, so <c>//table//tr[td]</c> means what it says.
/// </summary>
public sealed class XPathSelector
{
    private const int MaxLength = 8_192;

    private readonly XPathExpression _expression;
    private readonly PathPlan? _plan;

    private XPathSelector(string text, XPathExpression expression, PathPlan? plan) =>
        (Text, _expression, _plan) = (text, expression, plan);

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    /// <summary>True when the expression runs on the compiled plan and not on the general engine.</summary>
    internal bool IsPlanned => _plan is not null;

    /// <summary>Compiles an expression. Nothing throws: one that is not XPath 1.0 gives the error.</summary>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out XPathSelector? selector,
        [NotNullWhen(false)] out SelectorError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        selector = null;
        error = text.Length > MaxLength
            ? new SelectorError($"The expression is longer than {MaxLength} characters.", MaxLength)
            : XPathCheck.Compile(text, out var expression) ?? Accept(text, expression, out selector);
        return selector is not null;
    }

    /// <summary>The value with <paramref name="scope"/> as the context node.</summary>
    public XPathResult Evaluate(HtmlDocument document, int scope)
    {
        ArgumentNullException.ThrowIfNull(document);
        return _plan is { } plan ? plan.Evaluate(document, scope) : GeneralEngine.Evaluate(_expression, document, scope);
    }

    /// <summary>Adds the selected nodes in document order.</summary>
    /// <returns>
    /// False when the expression gives no nodes but a value, or was given up (<see cref="XPathResultKind.Failed"/>).
    /// </returns>
    public bool Select(HtmlDocument document, int scope, List<XPathMatch> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        var result = Evaluate(document, scope);
        into.AddRange(result.Nodes);
        return result.Kind == XPathResultKind.Nodes;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>The general engine's answer, for comparing the two.</summary>
    internal XPathResult EvaluateGenerally(HtmlDocument document, int scope) =>
        GeneralEngine.Evaluate(_expression, document, scope);

    private static SelectorError? Accept(string text, XPathExpression expression, out XPathSelector selector)
    {
        selector = new XPathSelector(text, expression, PathPlanParser.TryParse(text));
        return null;
    }
}
