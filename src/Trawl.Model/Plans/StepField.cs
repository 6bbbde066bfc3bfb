namespace Trawl.Model.Plans;

/// <summary>A field that a tool or a model fills in.</summary>
/// <param name="Name">The field's name in the record.</param>
/// <param name="Type">The type of the value, or of each value of a list.</param>
/// <param name="Many">Whether it is a list.</param>
/// <param name="Path">Where it stands in a tool's answer, a JSONPath (RFC 9535); null for the member of the same name.</param>
/// <param name="Doc">What it is, for the model; null when its name says enough.</param>
public sealed record StepField(string Name, FieldType Type = FieldType.Text, bool Many = false, string? Path = null, string? Doc = null)
{
    /// <summary>The field as a column of its record type.</summary>
    public FieldPlan AsColumn() => new() { Name = Name, Source = FieldSource.Plugin, Type = Type, Many = Many };
}
