namespace Trawl.Html.Selectors.XPath;

/// <summary>What the last step of a path takes from the elements the steps before it reach.</summary>
internal enum PathEnd : byte
{
    Elements,

    /// <summary><c>/@name</c></summary>
    Attribute,

    /// <summary><c>/text()</c></summary>
    ChildText,

    /// <summary><c>//text()</c></summary>
    AllText,
}
