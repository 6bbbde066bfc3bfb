using System.Buffers;
using System.Globalization;
using System.Text;

namespace Trawl.Warc.Writing;

/// <summary>Composes heads. No value can end a line or forge a field: control characters become spaces.</summary>
internal sealed class HeadText(bool isHttp)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    public void Line(string text)
    {
        Put(text);
        _bytes.Write("\r\n"u8);
    }

    /// <summary>A line that is bytes already.</summary>
    public void RawLine(ReadOnlySpan<byte> line)
    {
        _bytes.Write(line);
        _bytes.Write("\r\n"u8);
    }

    public void Add(string name, string? value)
    {
        if (value is null || name.Length == 0) return;
        PutName(name);
        _bytes.Write(": "u8);
        Line(value);
    }

    public void Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public void End() => _bytes.Write("\r\n"u8);

    /// <summary>The same URI without white space and control characters (§5.14).</summary>
    public static string Uri(string uri)
    {
        if (!uri.AsSpan().ContainsAnyInRange('\0', ' ') && !uri.Contains('\x7F', StringComparison.Ordinal)) return uri;
        var text = new StringBuilder(uri.Length + 8);
        foreach (var c in uri)
        {
            if (c is <= ' ' or '\x7F') text.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            else text.Append(c);
        }

        return text.ToString();
    }

    private void PutName(string name)
    {
        var target = _bytes.GetSpan(name.Length);
        for (var i = 0; i < name.Length; i++) target[i] = name[i] is > ' ' and < '\x7F' and not ':' ? (byte)name[i] : (byte)'-';
        _bytes.Advance(name.Length);
    }

    // Fields of HTTP are octets: Latin-1 gives back what was received. What is beyond it, and all of WARC, is UTF-8.
    private void Put(string text)
    {
        var encoding = isHttp && !text.AsSpan().ContainsAnyExceptInRange('\0', '\xFF') ? Encoding.Latin1 : Encoding.UTF8;
        var target = _bytes.GetSpan(encoding.GetMaxByteCount(text.Length));
        var count = encoding.GetBytes(text, target);
        foreach (ref var b in target[..count])
        {
            if (b is < (byte)' ' and not (byte)'\t' or 0x7F) b = (byte)' ';
        }

        _bytes.Advance(count);
    }
}
