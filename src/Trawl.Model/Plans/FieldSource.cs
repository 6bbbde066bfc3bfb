namespace Trawl.Model.Plans;

/// <summary>Where the value of a field that no selector finds comes from.</summary>
public enum FieldSource
{
    /// <summary>The selectors.</summary>
    Selectors,

    /// <summary>The URL the page was fetched from.</summary>
    PageUrl,

    /// <summary>When the page was fetched, RFC 3339 in UTC.</summary>
    FetchedAt,

    /// <summary>The HTTP status.</summary>
    Status,

    /// <summary>The constant in <see cref="FieldPlan.Constant"/>.</summary>
    Constant,

    /// <summary>How many elements or values the selector finds.</summary>
    Count,

    /// <summary>A plugin writes it.</summary>
    Plugin,
}
