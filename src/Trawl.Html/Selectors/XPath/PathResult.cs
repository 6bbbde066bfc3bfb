namespace Trawl.Html.Selectors.XPath;

/// <summary>What stands around a path: nothing, or one function.</summary>
internal enum PathResult : byte
{
    Nodes,
    Count,
    Text,
    Boolean,
}
