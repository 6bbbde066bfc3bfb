using System.Globalization;

namespace Trawl.Pipelines.Values;

/// <summary>A number and its unit.</summary>
internal static class Quantity
{
    /// <summary>
    /// Takes <c>12.5 unit</c> and the blanks behind it from the front; false when the text does not begin so.
    /// </summary>
    public static bool TryTake(ref ReadOnlySpan<char> text, out double number, out string unit)
    {
        int digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] == '.')) digits++;
        unit = "";
        if (!double.TryParse(
            text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)) return false;
        text = text[digits..].TrimStart();
        int letters = 0;
        while (letters < text.Length && char.IsAsciiLetter(text[letters])) letters++;
        unit = text[..letters].ToString();
        text = text[letters..].TrimStart();
        return letters > 0;
    }
}
