using System.Text.RegularExpressions;

namespace Trawl.Pipelines.Starter;

/// <summary>Recognises what looks like a price.</summary>
internal static partial class PriceText
{
    /// <summary>A currency and a number, and little else.</summary>
    public static bool Is(string text) => text.Length <= 30 && Currency().IsMatch(text) && Shape().IsMatch(text);

    /// <summary>
    /// The locale of the number format where the text tells: a comma before the last two digits is a decimal comma.
    /// </summary>
    public static string? Locale(string text) => DecimalComma().IsMatch(text) ? "de-DE" : null;

    [GeneratedRegex(@"[$€£¥₹₽]|USD|EUR|GBP|CHF|Fr\.|kr|zł|Kč", RegexOptions.NonBacktracking)]
    private static partial Regex Currency();

    [GeneratedRegex(@"^[^0-9]{0,8}[0-9][0-9.,'\s]{0,14}[^0-9]{0,8}$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();

    [GeneratedRegex(@"[0-9],[0-9]{2}([^0-9]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex DecimalComma();
}
