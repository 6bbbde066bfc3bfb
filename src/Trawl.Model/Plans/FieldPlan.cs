namespace Trawl.Model.Plans;

/// <summary>One field of a record.</summary>
public sealed record FieldPlan
{
    /// <summary>The field's name in the record.</summary>
    public required string Name { get; init; }

    /// <summary>Where the value comes from.</summary>
    public FieldSource Source { get; init; }

    /// <summary>Tried in order; the first that finds a value counts. Empty: the record's own element.</summary>
    public IReadOnlyList<SelectorSpec> Selectors { get; init; } = [];

    /// <summary>
    /// What is taken from a found element: <c>text</c> (white space collapsed), <c>rawText</c>, <c>ownText</c>,
    /// <c>html</c> (outer), <c>innerHtml</c>, or <c>@name</c> for an attribute.
    /// </summary>
    public string Take { get; init; } = "text";

    /// <summary>The value of <see cref="FieldSource.Constant"/>.</summary>
    public string? Constant { get; init; }

    /// <summary>The type of the value, or of each value of a list.</summary>
    public FieldType Type { get; init; }

    /// <summary>Whether the field is a list of all that is found.</summary>
    public bool Many { get; init; }

    /// <summary>A list is cut to this many values; null for no limit.</summary>
    public int? Limit { get; init; }

    /// <summary>A BCP 47 tag whose number and date formats the text uses (<c>de-DE</c>); null for invariant.</summary>
    public string? Locale { get; init; }

    /// <summary>.NET date formats tried in order; empty accepts ISO 8601 and the locale's usual ones.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>IANA zone of a date-time written without an offset; null for UTC.</summary>
    public string? Zone { get; init; }

    /// <summary>Applied to the text in order, before it becomes the type.</summary>
    public IReadOnlyList<TransformPlan> Transforms { get; init; } = [];

    /// <summary>What a value must be.</summary>
    public FieldRules Rules { get; init; } = new();

    /// <summary>The value, as text, where nothing is found; null leaves the field null.</summary>
    public string? Default { get; init; }

    /// <summary>Fields of an <see cref="FieldType.Object"/>.</summary>
    public IReadOnlyList<FieldPlan> Fields { get; init; } = [];
}
