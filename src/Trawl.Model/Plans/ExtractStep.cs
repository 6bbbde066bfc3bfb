namespace Trawl.Model.Plans;

/// <summary>Extracts records of one type from a page.</summary>
public sealed record ExtractStep
{
    /// <summary>Name of the <see cref="RecordType"/>.</summary>
    public required string Record { get; init; }

    /// <summary>Finds one element (or JSON value) for each record; null makes one record of the page.</summary>
    public SelectorSpec? Each { get; init; }

    /// <summary>The plugin that makes the records, by its name in the pipeline; null for selectors.</summary>
    public string? Plugin { get; init; }

    /// <summary>The fields, in the order they were written.</summary>
    public required IReadOnlyList<FieldPlan> Fields { get; init; }
}
