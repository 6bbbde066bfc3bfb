namespace Trawl.Html.Selectors;

/// <summary>What an XPath gave.</summary>
public enum XPathResultKind
{
    /// <summary>Nodes, in <see cref="XPathResult.Nodes"/>.</summary>
    Nodes,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A truth value.</summary>
    Boolean,

    /// <summary>Nothing: the evaluation was given up; <see cref="XPathResult.Text"/> says why.</summary>
    Failed,
}
