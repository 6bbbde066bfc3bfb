using System.Collections;
using System.Text;

namespace Trawl.Warc;

/// <summary>
/// The fields of a head in their order. Texts are made when they are asked for: UTF-8 (ISO 28500:2017 §4), and Latin-1
/// where the bytes are no UTF-8.
/// </summary>
public sealed class FieldList : IReadOnlyList<Field>
{
    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);
    private readonly byte[] _text;
    private readonly FieldRange[] _ranges;

    internal FieldList(byte[] text, FieldRange[] ranges) => (_text, _ranges) = (text, ranges);

    /// <summary>How many there are.</summary>
    public int Count => _ranges.Length;

    /// <summary>The field at that place, from 0.</summary>
    public Field this[int index] => new(Text(_ranges[index].Name), ValueAt(index));

    /// <summary>The value of the first field of that name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            var at = IndexOf(name);
            return at < 0 ? null : ValueAt(at);
        }
    }

    /// <summary>The values of all fields of that name, in their order.</summary>
    public IEnumerable<string> All(string name)
    {
        for (var i = 0; i < _ranges.Length; i++)
        {
            if (IsName(i, name)) yield return ValueAt(i);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<Field> GetEnumerator()
    {
        for (var i = 0; i < _ranges.Length; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal ReadOnlySpan<byte> NameBytes(int index) => _text.AsSpan(_ranges[index].Name);

    internal ReadOnlySpan<byte> ValueBytes(int index) => _text.AsSpan(_ranges[index].Value);

    internal int IndexOf(string name)
    {
        for (var i = 0; i < _ranges.Length; i++)
        {
            if (IsName(i, name)) return i;
        }

        return -1;
    }

    internal string ValueAt(int index)
    {
        var bytes = ValueBytes(index);
        return bytes.Contains((byte)'\n') ? Unfold(Text(bytes)) : Text(bytes);
    }

    internal static string Text(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes)) return Encoding.ASCII.GetString(bytes);
        try
        {
            return s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static string Unfold(string value) =>
        string.Join(' ', value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private bool IsName(int index, string name) => Ascii.EqualsIgnoreCase(NameBytes(index), name);

    private string Text(Range range) => Text(_text.AsSpan(range));
}
