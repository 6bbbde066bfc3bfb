using System.Globalization;
using Trawl.Model.Plans;
using Trawl.Steps.Dates;
using Trawl.Steps.Numbers;

namespace Trawl.Steps.Values;

/// <summary>Chooses a field's converter.</summary>
internal static class Converters
{
    public static IValueConverter For(FieldPlan field)
    {
        var culture = field.Locale is null ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(field.Locale);
        return field.Type switch
        {
            FieldType.Integer => new IntegerConverter(NumberStyle.Of(culture)),
            FieldType.Decimal => new DecimalConverter(NumberStyle.Of(culture)),
            FieldType.Boolean => new BooleanConverter(field.Take is ['@', .. var name] ? name : null),
            FieldType.Date => new DateConverter(DateFormats.Of(field.Formats, culture)),
            FieldType.DateTime => new DateTimeConverter(DateFormats.Of(field.Formats, culture), Zone(field.Zone)),
            FieldType.Url => new UrlConverter(),
            FieldType.Json => new JsonConverter(),
            _ => new TextConverter(),
        };
    }

    private static TimeZoneInfo Zone(string? id) => id is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(id);
}
