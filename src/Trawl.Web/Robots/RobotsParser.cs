using System.Globalization;
using System.Text;

namespace Trawl.Web.Robots;

/// <summary>Reads the lines of a robots.txt file into sections (RFC 9309 §2.2).</summary>
internal sealed class RobotsParser
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly List<RobotsSection> _sections = [];
    private readonly List<string> _sitemaps = [];
    private RobotsSection? _current;
    private bool _inRules;
    private int _line;

    public RobotsRules Parse(ReadOnlySpan<byte> file)
    {
        bool isTruncated = file.Length > RobotsRules.MaxBytes;
        if (isTruncated)
        {
            file = file[..RobotsRules.MaxBytes];
            // A rule cut in two would forbid or allow more than its author wrote.
            file = file[..(file.LastIndexOfAny((byte)'\r', (byte)'\n') + 1)];
        }

        if (file.StartsWith(Encoding.UTF8.Preamble)) file = file[3..];
        while (!file.IsEmpty) ReadLine(TakeLine(ref file));
        return new RobotsRules(_sections, _sitemaps, isTruncated);
    }

    private ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> file)
    {
        _line++;
        int end = file.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0) end = file.Length;
        var line = file[..end];
        file = file[end..];
        if (!file.IsEmpty) file = file[(file.StartsWith("\r\n"u8) ? 2 : 1)..];
        return line;
    }

    private void ReadLine(ReadOnlySpan<byte> line)
    {
        int comment = line.IndexOf((byte)'#');
        if (comment >= 0) line = line[..comment];
        int colon = line.IndexOf((byte)':');
        if (colon < 0) return;
        var key = Trim(line[..colon]);
        var value = Trim(line[(colon + 1)..]);

        if (Is(key, "user-agent"u8)) AddAgent(value);
        else if (Is(key, "allow"u8)) AddRule(true, value);
        else if (Is(key, "disallow"u8)) AddRule(false, value);
        else if (Is(key, "crawl-delay"u8)) SetDelay(value);
        else if (Is(key, "sitemap"u8) && !value.IsEmpty) _sitemaps.Add(Encoding.UTF8.GetString(value));
    }

    private static bool Is(ReadOnlySpan<byte> key, ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(key, name);

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t\f\v\0"u8);

    private void AddAgent(ReadOnlySpan<byte> value)
    {
        if (_current is null || _inRules)
        {
            _current = new RobotsSection();
            _sections.Add(_current);
            _inRules = false;
        }

        string token = Token(value);
        if (token.Length > 0 && !_current.IsFor(token)) _current.Agents.Add(token);
    }

    /// <summary>Only the token counts: files say <c>FooBot/1.0</c> where the standard wants <c>FooBot</c>.</summary>
    private static string Token(ReadOnlySpan<byte> value)
    {
        if (value.StartsWith("*"u8) && (value.Length == 1 || value[1] is (byte)' ' or (byte)'\t')) return "*";
        int length = 0;
        while (length < value.Length && IsTokenByte(value[length])) length++;
        return Encoding.ASCII.GetString(value[..length]);
    }

    private static bool IsTokenByte(byte b) => char.IsAsciiLetter((char)b) || b is (byte)'-' or (byte)'_';

    private void AddRule(bool isAllow, ReadOnlySpan<byte> value)
    {
        if (_current is null) return;
        _inRules = true;
        if (value.IsEmpty) return;
        string text = (isAllow ? "Allow: " : "Disallow: ") + Encoding.UTF8.GetString(value);
        string pattern = RobotsPath.OfRule(value, out bool isAnchored);
        _current.Rules.Add(new RobotsRule(isAllow, pattern, isAnchored, text, _line));
    }

    private void SetDelay(ReadOnlySpan<byte> value)
    {
        if (_current is null) return;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)) return;
        if (double.IsNaN(seconds) || seconds < 0) return;
        _current.CrawlDelay ??= TimeSpan.FromSeconds(Math.Min(seconds, LongestDelay.TotalSeconds));
    }
}
