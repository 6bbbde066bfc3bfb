using System.Globalization;
using Trawl.Model.Plans;

namespace Trawl.Pipelines.Checks;

/// <summary>Values of types as pipelines write them: invariant, ISO 8601.</summary>
internal static class TypedText
{
    private static readonly string[] _instants =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
         "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public static bool Is(string text, FieldType type) => type switch
    {
        FieldType.Integer => Integer(text) is not null,
        FieldType.Decimal => Decimal(text) is not null,
        FieldType.Boolean => text is "true" or "false",
        FieldType.Date => Date(text) is not null,
        FieldType.DateTime => Instant(text) is not null,
        _ => true,
    };

    public static string? Advice(FieldType type) => type switch
    {
        FieldType.Integer => "Write it as in \"42\".",
        FieldType.Decimal => "Write it with a point, as in \"9.99\".",
        FieldType.Boolean => "Write true or false.",
        FieldType.Date => "Write it as in \"2026-01-31\".",
        FieldType.DateTime => "Write it as in \"2026-01-31T09:00:00Z\".",
        _ => null,
    };

    /// <summary>Null when one of them is no value of the type, or the type has no order.</summary>
    public static int? Compare(string a, string b, FieldType type) => type switch
    {
        FieldType.Integer => Compare(Integer(a), Integer(b)),
        FieldType.Decimal => Compare(Decimal(a), Decimal(b)),
        FieldType.Date => Compare(Date(a), Date(b)),
        FieldType.DateTime => Compare(Instant(a), Instant(b)),
        _ => null,
    };

    private static int? Compare<T>(T? a, T? b) where T : struct, IComparable<T> =>
        a is { } x && b is { } y ? x.CompareTo(y) : null;

    private static long? Integer(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;

    private static decimal? Decimal(string text) =>
        decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out decimal value) ? value : null;

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value : null;

    private static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParseExact(
            text, _instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? value
            : null;
}
