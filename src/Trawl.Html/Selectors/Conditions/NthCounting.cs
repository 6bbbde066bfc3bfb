namespace Trawl.Html.Selectors.Conditions;

/// <summary>Which siblings are counted, and from which end. The instances are the keys of a run's numbers.</summary>
internal sealed class NthCounting
{
    public static readonly NthCounting Child = new(false, false);
    public static readonly NthCounting LastChild = new(false, true);
    public static readonly NthCounting OfType = new(true, false);
    public static readonly NthCounting LastOfType = new(true, true);

    /// <summary>By name alone: XPath sees no namespaces.</summary>
    public static readonly NthCounting OfName = new(true, false) { AcrossNamespaces = true };
    public static readonly NthCounting LastOfName = new(true, true) { AcrossNamespaces = true };

    private NthCounting(bool byType, bool fromEnd) => (ByType, FromEnd) = (byType, fromEnd);

    public bool AcrossNamespaces { get; private init; }

    public bool ByType { get; }

    public bool FromEnd { get; }

    public object Key => this;
}
