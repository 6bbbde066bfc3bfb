using Trawl.Model.Plans;
using Trawl.Model.Records;

namespace Trawl.Steps.Tracing;

/// <summary>How the value of a field came about, as the field's own reader went.</summary>
public sealed record FieldTrace
{
    /// <summary>The name, with dots for nested fields and indices in lists of objects: <c>offers[1].price</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The field as the pipeline has it.</summary>
    public required FieldPlan Field { get; init; }

    /// <summary>
    /// The selectors asked, in order; one without a selector for a field that has none. The reader asks no further when
    /// one gave a text.
    /// </summary>
    public IReadOnlyList<SelectorTrace> Selectors { get; init; } = [];

    /// <summary>Texts that were given the field's type.</summary>
    public IReadOnlyList<ConversionTrace> Conversions { get; init; } = [];

    /// <summary>The default, where it was used.</summary>
    public string? Default { get; init; }

    /// <summary>The values of the record, each as JSON.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The rules of the field that the record breaks.</summary>
    public IReadOnlyList<RecordProblem> Problems { get; init; } = [];

    /// <summary>Fields below it, those of each object after those of the one before.</summary>
    public IReadOnlyList<FieldTrace> Fields { get; init; } = [];
}
