namespace Trawl.Html.Selectors;

/// <summary>The value of an XPath on one document.</summary>
public sealed class XPathResult
{
    private XPathResult(XPathResultKind kind) => Kind = kind;

    /// <summary>Which of the values below is meant.</summary>
    public XPathResultKind Kind { get; }

    /// <summary>The nodes in document order; empty for other kinds.</summary>
    public IReadOnlyList<XPathMatch> Nodes { get; private init; } = [];

    /// <summary>The string, or the reason of a failure; empty for other kinds.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The number (NaN when it is none); 0 for other kinds.</summary>
    public double Number { get; private init; }

    /// <summary>The truth value; false for other kinds.</summary>
    public bool Boolean { get; private init; }

    internal static XPathResult Of(IReadOnlyList<XPathMatch> nodes) => new(XPathResultKind.Nodes) { Nodes = nodes };

    internal static XPathResult Of(string text) => new(XPathResultKind.Text) { Text = text };

    internal static XPathResult Of(double number) => new(XPathResultKind.Number) { Number = number };

    internal static XPathResult Of(bool value) => new(XPathResultKind.Boolean) { Boolean = value };

    internal static XPathResult Failure(string reason) => new(XPathResultKind.Failed) { Text = reason };
}
