using Trawl.Model.Plans;
using Trawl.Steps.Selecting;

namespace Trawl.Steps.Fields;

/// <summary>Compiles fields with the fields below them.</summary>
internal static class FieldCompiler
{
    public static CompiledField[] Compile(IReadOnlyList<FieldPlan> fields, string prefix, SelectorCompiler selectors) =>
        [.. fields.Select(field => Compile(field, prefix, selectors))];

    public static bool NeedsBody(CompiledField field) =>
        field.Plan.Source is FieldSource.Selectors or FieldSource.Count;

    private static CompiledField Compile(FieldPlan field, string prefix, SelectorCompiler selectors)
    {
        var path = prefix + field.Name;
        var below = Compile(field.Fields, path + ".", selectors);
        return new CompiledField(field, path, selectors.Compile(field.Selectors), below);
    }
}
