using System.Globalization;
using System.Text.Json;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Records;

/// <summary>Holds records against conditions.</summary>
internal static class Conditions
{
    public static bool Hold(JsonElement record, RecordCondition[] conditions) => conditions.All(c => Holds(FieldValues.At(record, c.Field), c));

    private static bool Holds(JsonElement value, RecordCondition condition) => condition.Is switch
    {
        ConditionKind.Empty => FieldValues.IsEmpty(value),
        ConditionKind.NotEmpty => !FieldValues.IsEmpty(value),
        ConditionKind.Equal => Any(value, v => Compare(v, condition.Value) == 0),
        ConditionKind.NotEqual => !Any(value, v => Compare(v, condition.Value) == 0),
        ConditionKind.Contains => Any(value, v => Text(v).Contains(condition.Value ?? "", StringComparison.OrdinalIgnoreCase)),
        ConditionKind.Less => Any(value, v => Compare(v, condition.Value) < 0),
        _ => Any(value, v => Compare(v, condition.Value) > 0),
    };

    /// <summary>Of a list, one value is enough.</summary>
    private static bool Any(JsonElement value, Func<JsonElement, bool> holds) =>
        value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Any(holds)
            : value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) && holds(value);

    /// <summary>As numbers where both are, else as texts, letter by letter. Decimals are stored as texts where a number would lose digits.</summary>
    private static int Compare(JsonElement value, string? other) =>
        decimal.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var mine)
            && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? mine.CompareTo(number)
            : string.CompareOrdinal(Text(value), other ?? "");

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
