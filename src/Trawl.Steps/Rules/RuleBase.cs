using System.Globalization;
using Trawl.Model.Plans;
using Trawl.Steps.Dates;
using Trawl.Steps.Values;
using Trawl.Web.Urls;

namespace Trawl.Steps.Rules;

/// <summary>What bounds written in a rule are read with.</summary>
internal static class RuleBase
{
    private static readonly DateFormats Iso = DateFormats.Of([], CultureInfo.InvariantCulture);

    /// <summary>A base for URLs in rules, which have no page.</summary>
    public static WebUrl Url { get; } = WebUrl.Parse("http://localhost/");

    public static bool TryIso(string text, FieldType type, out FieldValue value)
    {
        var context = new ConvertContext(Url, 1);
        value = default;
        return type switch
        {
            FieldType.Date => new DateConverter(Iso).TryConvert(new RawValue(text), context, out value),
            FieldType.DateTime => new DateTimeConverter(Iso, TimeZoneInfo.Utc).TryConvert(new RawValue(text), context, out value),
            _ => false,
        };
    }
}
