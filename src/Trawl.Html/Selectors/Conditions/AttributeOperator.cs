namespace Trawl.Html.Selectors.Conditions;

/// <summary>How an attribute's value is compared (Selectors Level 4, section 6).</summary>
internal enum AttributeOperator : byte
{
    Exists,
    Equal,
    HasWord,
    DashMatch,
    StartsWith,
    EndsWith,
    Contains,
}
