using System.Globalization;

namespace Trawl.Steps.Content;

/// <summary>
/// JSON may write half a surrogate pair as an escape, which no text can hold and reading it would throw: such an
/// escape becomes that of U+FFFD, which is as long.
/// </summary>
internal static class SurrogateRepair
{
    public static bool MayNeed(ReadOnlySpan<byte> json) => json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;

    public static void Repair(Span<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at + 1 < json.Length; at = Next(json, at))
        {
            if (!TryRead(json, at, out var first)) at++;
            else if (!char.IsSurrogate(first)) at += 5;
            else if (char.IsHighSurrogate(first) && TryRead(json, at + 6, out var second) && char.IsLowSurrogate(second)) at += 11;
            else
            {
                "\\ufffd"u8.CopyTo(json[at..]);
                at += 5;
            }
        }
    }

    // "at" stands on the last byte of the escape that was looked at.
    private static int Next(ReadOnlySpan<byte> json, int at)
    {
        var next = at + 1 < json.Length ? json[(at + 1)..].IndexOf((byte)'\\') : -1;
        return next < 0 ? -1 : at + 1 + next;
    }

    private static bool TryRead(ReadOnlySpan<byte> json, int at, out char unit)
    {
        unit = default;
        if (at + 6 > json.Length || json[at] != '\\' || json[at + 1] != 'u') return false;
        var digits = json.Slice(at + 2, 4);
        var isHex = ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        unit = (char)value;
        return isHex;
    }
}
