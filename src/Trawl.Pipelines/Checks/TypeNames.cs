using Trawl.Model.Plans;
using Trawl.Pipelines.Language;

namespace Trawl.Pipelines.Checks;

/// <summary>Types by the names users write.</summary>
internal static class TypeNames
{
    public static string Of(FieldType type) => FieldLanguage.Types.First(t => t.Value == type).Key;
}
