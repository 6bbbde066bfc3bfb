using System.Text;

namespace Trawl.Web.Encodings;

/// <summary>"Prescan a byte stream to determine its encoding" (HTML standard §13.2.3.2).</summary>
internal ref struct MetaPrescan
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;

    private MetaPrescan(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>The name of the declared encoding, or null.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var scan = new MetaPrescan(bytes);
        while (scan._at < bytes.Length)
        {
            int open = bytes[scan._at..].IndexOf((byte)'<');
            if (open < 0) return null;
            scan._at += open;
            if (scan.ReadMarkup() is { } name) return name;
            scan._at++;
        }

        return null;
    }

    private readonly ReadOnlySpan<byte> Rest => _at < _bytes.Length ? _bytes[_at..] : default;

    private readonly byte Current => _at < _bytes.Length ? _bytes[_at] : (byte)'>';

    private string? ReadMarkup()
    {
        var rest = Rest;
        if (rest.StartsWith("<!--"u8)) SkipComment();
        else if (IsMeta(rest)) return ReadMeta();
        else if (IsTag(rest)) SkipTag();
        else if (rest.Length > 1 && rest[1] is (byte)'!' or (byte)'/' or (byte)'?') SkipTo((byte)'>');
        return null;
    }

    private void SkipComment()
    {
        // The two dashes that open the comment may also close it.
        int end = Rest[2..].IndexOf("-->"u8);
        _at = end < 0 ? _bytes.Length : _at + 2 + end + 2;
    }

    private void SkipTo(byte mark)
    {
        int end = Rest.IndexOf(mark);
        _at = end < 0 ? _bytes.Length : _at + end;
    }

    private static bool IsMeta(ReadOnlySpan<byte> rest) =>
        rest.Length > 5 && Ascii.EqualsIgnoreCase(rest[..5], "<meta"u8) && (IsBlank(rest[5]) || rest[5] == '/');

    private static bool IsTag(ReadOnlySpan<byte> rest)
    {
        int letter = rest.Length > 1 && rest[1] == '/' ? 2 : 1;
        return rest.Length > letter && char.IsAsciiLetter((char)rest[letter]);
    }

    private void SkipTag()
    {
        while (_at < _bytes.Length && !IsBlank(Current) && Current != '>') _at++;
        while (TryReadAttribute(out _, out _)) { }
    }

    private string? ReadMeta()
    {
        _at += 5;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool gotPragma = false;
        bool? needsPragma = null;
        string? label = null;
        while (TryReadAttribute(out string name, out string value))
        {
            if (!seen.Add(name)) continue;
            if (name == "http-equiv") gotPragma |= value == "content-type";
            else if (name == "charset") (label, needsPragma) = (value, false);
            else if (name == "content" && label is null && MetaContent.CharsetOf(value) is { } found)
                (label, needsPragma) = (found, true);
        }

        bool isDeclared = needsPragma is not null && (needsPragma == false || gotPragma);
        if (!isDeclared || !EncodingLabels.TryGetName(label, out string? encoding)) return null;
        // A page that can be read this far is not UTF-16; x-user-defined is windows-1252 to old pages.
        if (encoding is "UTF-16LE" or "UTF-16BE") return WebEncodings.Utf8Name;
        return encoding == "x-user-defined" ? WebEncodings.FallbackName : encoding;
    }

    private bool TryReadAttribute(out string name, out string value)
    {
        name = value = "";
        while (_at < _bytes.Length && (IsBlank(Current) || Current == '/')) _at++;
        if (_at >= _bytes.Length || Current == '>') return false;

        int start = _at;
        while (_at < _bytes.Length && !EndsName(Current, _at == start)) _at++;
        name = Lower(_bytes[start.._at]);
        SkipBlanks();
        if (_at >= _bytes.Length || Current != '=') return true;
        _at++;
        SkipBlanks();
        value = ReadValue();
        return true;
    }

    /// <summary>An equals sign at the very start belongs to the name.</summary>
    private static bool EndsName(byte b, bool isFirst) =>
        IsBlank(b) || b is (byte)'/' or (byte)'>' || (b == '=' && !isFirst);

    private string ReadValue()
    {
        if (_at < _bytes.Length && Current is (byte)'"' or (byte)'\'')
        {
            byte quote = Current;
            int start = ++_at;
            SkipTo(quote);
            string quoted = Lower(_bytes[start..Math.Max(start, _at)]);
            _at++;
            return quoted;
        }

        int from = _at;
        while (_at < _bytes.Length && !IsBlank(Current) && Current != '>') _at++;
        return Lower(_bytes[from.._at]);
    }

    private void SkipBlanks()
    {
        while (_at < _bytes.Length && IsBlank(Current)) _at++;
    }

    private static bool IsBlank(byte b) => b is (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ';

    private static string Lower(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes).ToLowerInvariant();
}
