namespace Trawl.Warc.Reading;

/// <summary>The line a record begins with (ISO 28500:2017 §4): <c>WARC/1.1</c>.</summary>
internal static class VersionLine
{
    /// <summary>The longest line that is taken for one, with its end.</summary>
    public const int MaxLength = 16;

    private static readonly string[] s_known = ["WARC/1.1", "WARC/1.0", "WARC/0.18", "WARC/0.17"];

    /// <summary>Whether a record begins here: <c>WARC/</c>, digits, a dot, digits, end of line.</summary>
    public static bool IsAt(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("WARC/"u8)) return false;
        bytes = bytes[5..Math.Min(bytes.Length, MaxLength)];
        return SkipDigits(ref bytes) && Skip(ref bytes, (byte)'.') && SkipDigits(ref bytes)
            && (Skip(ref bytes, (byte)'\r') | true) && Skip(ref bytes, (byte)'\n');
    }

    public static bool IsKnown(string version) => Array.IndexOf(s_known, version) >= 0;

    /// <summary>The text of the line, without making a string for those that are known.</summary>
    public static string Text(ReadOnlySpan<byte> line)
    {
        foreach (var known in s_known)
        {
            if (System.Text.Ascii.Equals(line, known)) return known;
        }

        return FieldList.Text(line);
    }

    private static bool SkipDigits(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (end <= 0) return false;
        bytes = bytes[end..];
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<byte> bytes, byte wanted)
    {
        if (bytes.IsEmpty || bytes[0] != wanted) return false;
        bytes = bytes[1..];
        return true;
    }
}
