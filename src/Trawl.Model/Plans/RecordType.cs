namespace Trawl.Model.Plans;

/// <summary>A type of record: its columns, its key and what happens to invalid ones.</summary>
public sealed record RecordType
{
    /// <summary>Name of the type, <c>[a-z][a-zA-Z0-9_-]*</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Fields whose values identify a record; records with equal keys are one. Empty: none are equal.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>What becomes of a record that breaks a rule.</summary>
    public InvalidPolicy OnInvalid { get; init; }

    /// <summary>What plugins do with each valid record, in this order.</summary>
    public IReadOnlyList<RecordStep> Steps { get; init; } = [];

    /// <summary>All fields of all steps that make this type, in the order first written: the columns of outputs.</summary>
    public required IReadOnlyList<FieldPlan> Fields { get; init; }
}
