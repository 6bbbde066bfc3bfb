namespace Trawl.Model.Plans;

/// <summary>What a field's value must be; a rule that is null does not apply.</summary>
public sealed record FieldRules
{
    /// <summary>A value must be there (and a list must not be empty).</summary>
    public bool Required { get; init; }

    /// <summary>Smallest number, or earliest date, as text.</summary>
    public string? Min { get; init; }

    /// <summary>Largest number, or latest date, as text.</summary>
    public string? Max { get; init; }

    /// <summary>Fewest characters, or fewest values of a list.</summary>
    public int? MinLength { get; init; }

    /// <summary>Most characters, or most values of a list.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression the text must match somewhere; anchor it to match the whole.</summary>
    public string? Pattern { get; init; }

    /// <summary>The values allowed, as text; empty allows all.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>No two records of the dataset may have the same value.</summary>
    public bool Unique { get; init; }
}
