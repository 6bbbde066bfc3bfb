namespace Trawl.Html.Selectors.XPath;

/// <summary>What is asked of a string in a predicate.</summary>
internal enum StringTest : byte
{
    Exists,
    Equal,
    NotEqual,
    Contains,
    StartsWith,
}
