namespace Trawl.Model.Plans;

/// <summary>The type of a field's value.</summary>
public enum FieldType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A 64-bit signed integer.</summary>
    Integer,

    /// <summary>A decimal number of up to 28 digits, kept exactly.</summary>
    Decimal,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A calendar date, written <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>An instant, written as RFC 3339 in UTC.</summary>
    DateTime,

    /// <summary>An absolute URL, resolved against the page.</summary>
    Url,

    /// <summary>An object with fields of its own.</summary>
    Object,

    /// <summary>A JSON value as it was found.</summary>
    Json,
}
