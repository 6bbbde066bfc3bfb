namespace Trawl.Html.Selectors.Conditions;

/// <summary>Whether the case of a value's ASCII letters matters.</summary>
internal enum AttributeCase : byte
{
    /// <summary>No flag: it matters, but for the attributes the HTML standard names, on HTML elements.</summary>
    ByAttribute,
    Ignore,
    Exact,
}
