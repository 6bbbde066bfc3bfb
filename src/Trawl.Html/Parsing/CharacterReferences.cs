namespace Trawl.Html.Parsing;

/// <summary>Character references (HTML standard, 13.2.5.72 and following).</summary>
internal static class CharacterReferences
{
    private const int Replacement = 0xFFFD;

    /// <summary>What the numbers 0x80 to 0x9F mean: Windows-1252, with 0 where the number stands for itself.</summary>
    private static ReadOnlySpan<ushort> Windows1252 =>
    [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ];

    /// <summary>Reads what follows an ampersand; 0 when that is no reference, else how many characters it takes.</summary>
    /// <param name="text">The characters after the ampersand.</param>
    /// <param name="inAttribute">The legacy rule for attribute values applies.</param>
    /// <param name="first">The first UTF-16 unit meant.</param>
    /// <param name="second">The second one, or 0.</param>
    public static int Read(ReadOnlySpan<char> text, bool inAttribute, out char first, out char second)
    {
        first = second = '\0';
        if (text.IsEmpty) return 0;
        if (text[0] == '#') return ReadNumeric(text, out first, out second);
        return char.IsAsciiLetter(text[0]) ? ReadNamed(text, inAttribute, out first, out second) : 0;
    }

    /// <summary>13.2.5.73: the longest name that matches, found by narrowing a range of the sorted names.</summary>
    private static int ReadNamed(ReadOnlySpan<char> text, bool inAttribute, out char first, out char second)
    {
        first = second = '\0';
        var names = NamedReferences.Text;
        var starts = NamedReferences.Starts;
        int low = NamedReferences.FirstByLetter[text[0] - 'A'];
        int high = NamedReferences.FirstByLetter[text[0] - 'A' + 1];
        int found = -1;
        int length = 1;
        for (int depth = 1; low < high; depth++)
        {
            if (starts[low + 1] - starts[low] == depth)
            {
                found = low++;
                length = depth;
            }

            if (depth >= text.Length) break;
            Narrow(names, starts, depth, text[depth], ref low, ref high);
        }

        if (found < 0) return 0;
        if (inAttribute && text[length - 1] != ';' && length < text.Length &&
            (text[length] == '=' || char.IsAsciiLetterOrDigit(text[length]))) return 0;
        first = (char)NamedReferences.Values[found * 2];
        second = (char)NamedReferences.Values[(found * 2) + 1];
        return length;
    }

    /// <summary>Keeps of a range of names, all longer than <paramref name="depth"/>, those with a character there.</summary>
    private static void Narrow(
        ReadOnlySpan<byte> names, ReadOnlySpan<ushort> starts, int depth, char character, ref int low, ref int high)
    {
        low = FirstAtLeast(names, starts, depth, character, low, high);
        high = FirstAtLeast(names, starts, depth, character + 1, low, high);
    }

    private static int FirstAtLeast(
        ReadOnlySpan<byte> names, ReadOnlySpan<ushort> starts, int depth, int character, int low, int high)
    {
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (names[starts[middle] + depth] < character) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>13.2.5.75 to 13.2.5.80.</summary>
    private static int ReadNumeric(ReadOnlySpan<char> text, out char first, out char second)
    {
        first = second = '\0';
        bool isHex = text.Length > 1 && (text[1] | 0x20) == 'x';
        int start = isHex ? 2 : 1;
        int at = start;
        int value = 0;
        for (; at < text.Length && (isHex ? char.IsAsciiHexDigit(text[at]) : char.IsAsciiDigit(text[at])); at++)
        {
            if (value <= 0x10FFFF) value = (value * (isHex ? 16 : 10)) + DigitValue(text[at]);
        }

        if (at == start) return 0;
        Encode(Meant(value), out first, out second);
        return at < text.Length && text[at] == ';' ? at + 1 : at;
    }

    private static int DigitValue(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static int Meant(int value)
    {
        if (value == 0 || value > 0x10FFFF || value is >= 0xD800 and <= 0xDFFF) return Replacement;
        if (value is < 0x80 or > 0x9F) return value;
        int windows = Windows1252[value - 0x80];
        return windows == 0 ? value : windows;
    }

    private static void Encode(int scalar, out char first, out char second)
    {
        second = '\0';
        if (scalar <= char.MaxValue)
        {
            first = (char)scalar;
            return;
        }

        scalar -= 0x10000;
        first = (char)(0xD800 + (scalar >> 10));
        second = (char)(0xDC00 + (scalar & 0x3FF));
    }
}
