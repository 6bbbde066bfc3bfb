using System.Globalization;
using System.Text.Json;
using Trawl.Model.Plans;
using Trawl.Steps.Rules;

namespace Trawl.Steps.Plugins;

/// <summary>Whether a JSON value is one of a field's type.</summary>
internal static class FieldFit
{
    /// <summary>What is wrong; null when it fits.</summary>
    public static string? Misfit(FieldPlan field, JsonElement value)
    {
        if (!field.Many) return Fits(field.Type, value) ? null : $"{Quote(value)} is not {Expected(field.Type)}.";
        if (value.ValueKind != JsonValueKind.Array) return $"{Quote(value)} is not a list.";
        foreach (var item in value.EnumerateArray())
            if (!Fits(field.Type, item)) return $"{Quote(item)} is not {Expected(field.Type)}.";
        return null;
    }

    private static bool Fits(FieldType type, JsonElement value) => type switch
    {
        FieldType.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        FieldType.Decimal => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _),
        FieldType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        FieldType.Object => value.ValueKind == JsonValueKind.Object,
        FieldType.Json => true,
        FieldType.Date => value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        FieldType.DateTime => value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out _),
        _ => value.ValueKind == JsonValueKind.String,
    };

    private static string Expected(FieldType type) => type switch
    {
        FieldType.Integer => "an integer",
        FieldType.Decimal => "a number of at most 28 digits",
        FieldType.Boolean => "true or false",
        FieldType.Object => "an object",
        FieldType.Date => "a date as yyyy-MM-dd",
        FieldType.DateTime => "a date and time as RFC 3339 has it",
        _ => "a text",
    };

    private static string Quote(JsonElement value) => ProblemList.Quote(value.GetRawText());
}
