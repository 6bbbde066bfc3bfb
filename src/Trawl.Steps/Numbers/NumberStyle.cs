using System.Globalization;

namespace Trawl.Steps.Numbers;

/// <summary>How a locale writes numbers, as far as it matters for reading them.</summary>
internal sealed class NumberStyle
{
    private readonly char _decimalPoint;
    private readonly bool _groupsBySpace;

    private NumberStyle(char decimalPoint, bool groupsBySpace) =>
        (_decimalPoint, _groupsBySpace) = (decimalPoint, groupsBySpace);

    public static NumberStyle Invariant { get; } = new('.', false);

    public static NumberStyle Of(CultureInfo culture)
    {
        if (culture.Equals(CultureInfo.InvariantCulture)) return Invariant;
        var format = culture.NumberFormat;
        var group = format.NumberGroupSeparator;
        return new NumberStyle(
            format.NumberDecimalSeparator is [var point] ? point : '.',
            group.Length == 1 && (char.IsWhiteSpace(group[0]) || group[0] == '\u2009'));
    }

    public bool IsDecimalPoint(char c) => c == _decimalPoint;

    /// <summary>
    /// More than the locale's own separator: pages of one locale mix apostrophes, narrow and no-break spaces, and
    /// versions of the locale data differ in them. A plain space groups only where the locale says so: "3 100 g packs".
    /// </summary>
    public bool IsGroup(char c) => c switch
    {
        ' ' => _groupsBySpace,
        '.' or ',' => c != _decimalPoint,
        '\'' or '\u2019' or '\u00a0' or '\u202f' or '\u2009' or '\u066c' => true,
        _ => false,
    };
}
