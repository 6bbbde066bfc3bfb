using System.Globalization;
using System.Text;

namespace Trawl.Cli.Terminal;

/// <summary>
/// Text from pages, files and servers as a terminal may see it: no control characters, which could move the cursor,
/// retitle the window or type for the user, and a width that is known.
/// </summary>
internal static class SafeText
{
    /// <summary>One line without control and formatting characters.</summary>
    public static string Line(string? text)
    {
        if (text is null)
        {
            return "";
        }

        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                safe.Append(' ');
            }
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse))
            {
                safe.Append(rune.ToString());
            }
        }

        return safe.ToString();
    }

    /// <summary>Columns a terminal gives the text.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
        }

        return width;
    }

    /// <summary>The text in at most so many columns, with an ellipsis where it is cut.</summary>
    public static string Cut(string text, int columns)
    {
        if (columns < 1 || Width(text) <= columns)
        {
            return columns < 1 ? "" : text;
        }

        var cut = new StringBuilder();
        var left = columns - 1;
        foreach (var rune in text.EnumerateRunes())
        {
            left -= Width(rune);
            if (left < 0)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.Append('…').ToString();
    }

    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    /// <summary>East Asian wide and full-width letters, and emoji.</summary>
    private static bool IsWide(int c) => c >= 0x1100
        && (c <= 0x115f || c is >= 0x2e80 and <= 0xa4cf || c is >= 0xac00 and <= 0xd7a3 || c is >= 0xf900 and <= 0xfaff
            || c is >= 0xfe30 and <= 0xfe6f || c is >= 0xff00 and <= 0xff60 || c is >= 0xffe0 and <= 0xffe6
            || c is >= 0x1f300 and <= 0x1faff || c is >= 0x20000 and <= 0x3fffd);
}
