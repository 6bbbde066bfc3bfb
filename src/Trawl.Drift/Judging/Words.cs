using System.Globalization;
using Trawl.Drift.Profiles;

namespace Trawl.Drift.Judging;

/// <summary>Numbers and classes as sentences have them.</summary>
internal static class Words
{
    /// <summary>Never 100 % or 0 % of what is not all or nothing.</summary>
    public static string Percent(double share)
    {
        var percent = share * 100;
        var text = percent switch
        {
            > 99 and < 100 => Math.Min(99.9, percent).ToString("0.#", CultureInfo.InvariantCulture),
            > 0 and < 1 => Math.Max(0.1, percent).ToString("0.#", CultureInfo.InvariantCulture),
            _ => percent.ToString("0", CultureInfo.InvariantCulture),
        };
        return text + " %";
    }

    public static string Count(double count) => Math.Round(count).ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Two digits that count: more are not known.</summary>
    public static string Rough(double number)
    {
        if (number == 0) return "0";
        var scale = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(number))) - 1);
        return (Math.Round(number / scale) * scale).ToString("#,0.################", CultureInfo.InvariantCulture);
    }

    public static string Class(ValueClass kind) => kind switch
    {
        ValueClass.Integer => "whole numbers",
        ValueClass.Decimal => "numbers with a fraction",
        ValueClass.Money => "amounts of money",
        ValueClass.Date => "dates",
        ValueClass.Url => "URLs",
        ValueClass.Email => "e-mail addresses",
        ValueClass.Code => "codes",
        ValueClass.Words => "words",
        ValueClass.Text => "long texts",
        ValueClass.Markup => "HTML",
        ValueClass.Boolean => "true or false",
        _ => "JSON",
    };

    /// <summary>A text that may hold anything, for a format string.</summary>
    public static string Literal(string text) =>
        text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
