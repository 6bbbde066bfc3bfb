using System.Globalization;

namespace Trawl.Web.Urls;

/// <summary>The IPv4 parser and serialiser of the URL standard (§3.5), with its octal, hex and short forms.</summary>
internal static class Ipv4
{
    private const ulong TooLarge = ulong.MaxValue;

    /// <summary>
    /// True when the last label looks like a number, so that the host must be an IPv4 address or is invalid.
    /// </summary>
    public static bool EndsInNumber(ReadOnlySpan<char> host)
    {
        if (host.EndsWith('.')) host = host[..^1];
        var last = host[(host.LastIndexOf('.') + 1)..];
        if (last.IsEmpty) return false;
        return !last.ContainsAnyExceptInRange('0', '9') || TryParseNumber(last, out _);
    }

    /// <summary>Parses a host for which <see cref="EndsInNumber"/> holds.</summary>
    public static bool TryParse(ReadOnlySpan<char> host, out uint address)
    {
        address = 0;
        if (host.EndsWith('.')) host = host[..^1];
        int count = host.Count('.') + 1;
        if (count > 4) return false;

        for (int i = 0; i < count; i++)
        {
            int dot = host.IndexOf('.');
            var part = dot < 0 ? host : host[..dot];
            host = dot < 0 ? default : host[(dot + 1)..];
            if (!TryParseNumber(part, out ulong value)) return false;
            // The last part fills all the bytes that the others leave.
            bool isLast = i == count - 1;
            if (value > (isLast ? uint.MaxValue >> (8 * i) : 255)) return false;
            address |= (uint)value << (isLast ? 0 : 8 * (3 - i));
        }

        return true;
    }

    public static string Serialize(uint address) => string.Create(
        CultureInfo.InvariantCulture,
        $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}");

    private static bool TryParseNumber(ReadOnlySpan<char> text, out ulong value)
    {
        value = 0;
        if (text.IsEmpty) return false;
        uint radix = 10;
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) radix = 16;
        else if (text.Length > 1 && text[0] == '0') radix = 8;
        text = text[(radix == 16 ? 2 : radix == 8 ? 1 : 0)..];

        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigit(c)) return false;
            uint digit = (uint)PercentEncoding.HexValue(c);
            if (digit >= radix) return false;
            // Stop counting before it overflows: the caller refuses anything above 2^32 anyway.
            value = value > uint.MaxValue ? TooLarge : (value * radix) + digit;
        }

        return true;
    }
}
