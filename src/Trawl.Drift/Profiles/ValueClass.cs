namespace Trawl.Drift.Profiles;

/// <summary>
/// What a value looks like. Few and coarse: a class must be as frequent in one run as in the next unless something
/// happened. The names are stored.
/// </summary>
public enum ValueClass
{
    /// <summary>A number without fraction.</summary>
    Integer,

    /// <summary>A number with a fraction.</summary>
    Decimal,

    /// <summary>A number with a currency sign or code.</summary>
    Money,

    /// <summary>A date, with or without a time.</summary>
    Date,

    /// <summary>An absolute URL.</summary>
    Url,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>One word with digits in it: an article number.</summary>
    Code,

    /// <summary>Text of at most 200 characters.</summary>
    Words,

    /// <summary>Longer text.</summary>
    Text,

    /// <summary>Text with HTML tags.</summary>
    Markup,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An object or a list of a field of type <c>json</c>.</summary>
    Json,
}
