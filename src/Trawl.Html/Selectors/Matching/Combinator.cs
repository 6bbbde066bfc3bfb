namespace Trawl.Html.Selectors.Matching;

/// <summary>How an element must stand to the one the compound before it matched.</summary>
internal enum Combinator : byte
{
    /// <summary>First compound of a selector: no condition.</summary>
    None,
    Descendant,
    Child,
    NextSibling,
    SubsequentSibling,
}
