using System.Text.Json;

namespace Trawl.Drift.Building;

/// <summary>The beginning of a text, as much as classes look at.</summary>
internal static class ValueText
{
    /// <summary>Longer texts have the class of long texts whatever they begin with, or of markup by their beginning.</summary>
    private const int Looked = 512;

    private const int LongestExample = 60;

    [ThreadStatic]
    private static char[]? s_buffer;

    /// <summary>The text, or its beginning when it is long; valid until the next call on this thread.</summary>
    /// <param name="reader">Stands on a string.</param>
    /// <param name="length">The length of all of it, in bytes as JSON has it.</param>
    public static ReadOnlySpan<char> Of(ref Utf8JsonReader reader, out int length)
    {
        length = reader.ValueSpan.Length;
        if (length > Looked) return Beginning(reader.ValueSpan[..Looked]);
        var buffer = s_buffer ??= new char[Looked];
        return buffer.AsSpan(0, reader.CopyString(buffer));
    }

    /// <summary>At most 60 characters, for people to see.</summary>
    public static string Cut(ReadOnlySpan<char> text)
    {
        if (text.Length <= LongestExample) return text.ToString();
        var end = char.IsHighSurrogate(text[LongestExample - 1]) ? LongestExample - 1 : LongestExample;
        return $"{text[..end]}…";
    }

    // Escapes stay as they are: it is only looked at.
    private static ReadOnlySpan<char> Beginning(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length;
        while (end > 0 && (bytes[end - 1] & 0xC0) == 0x80) end--;
        if (end > 0 && bytes[end - 1] >= 0xC0) end--;
        var buffer = s_buffer ??= new char[Looked];
        return buffer.AsSpan(0, System.Text.Encoding.UTF8.GetChars(bytes[..end], buffer));
    }
}
