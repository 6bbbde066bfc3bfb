namespace Trawl.Model.Plans;

/// <summary>A selector as text; checked when the plan was made.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Text">The selector; empty, among the alternatives of a field, for the record's own element.</param>
/// <param name="Take">What this selector takes, where it differs from <see cref="FieldPlan.Take"/>; null for that.</param>
public sealed record SelectorSpec(SelectorLanguage Language, string Text, string? Take = null);
