using System.Globalization;

namespace Trawl.Demo.Serving;

/// <summary>Writes HTML in windows-1252; what it lacks becomes a character reference.</summary>
internal static class Windows1252
{
    // The 32 places where it differs from Latin-1; a blank stands for one that is not assigned.
    private const string Special = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    public static byte[] Encode(string html)
    {
        var bytes = new List<byte>(html.Length + 64);
        foreach (var rune in html.EnumerateRunes())
        {
            var code = rune.Value;
            var special = code > 0xFF && code <= 0xFFFF ? Special.IndexOf((char)code, StringComparison.Ordinal) : -1;
            if (code is < 0x80 or (>= 0xA0 and <= 0xFF)) bytes.Add((byte)code);
            else if (special >= 0) bytes.Add((byte)(0x80 + special));
            else AddReference(bytes, code);
        }

        return [.. bytes];
    }

    private static void AddReference(List<byte> bytes, int code)
    {
        foreach (var c in string.Create(CultureInfo.InvariantCulture, $"&#{code};"))
        {
            bytes.Add((byte)c);
        }
    }
}
