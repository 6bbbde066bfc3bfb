using System.Text;

namespace Trawl.Pipelines.Syntax;

/// <summary>A text with its placeholders replaced, and the way back to what was written.</summary>
internal sealed class InterpolatedText
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Out, int Raw, bool IsCopy)> _parts = [];
    private string? _done;

    public string Text => _done ??= _text.ToString();

    public void Copy(ReadOnlySpan<char> text, int raw) => Append(text, raw, true);

    public void Replace(ReadOnlySpan<char> text, int raw) => Append(text, raw, false);

    /// <summary>
    /// The offset in the text as written; anywhere in a replaced part is the start of its placeholder.
    /// </summary>
    public int ToRaw(int offset)
    {
        int raw = offset;
        foreach (var part in _parts)
        {
            if (part.Out > offset) break;
            raw = part.IsCopy ? part.Raw + (offset - part.Out) : part.Raw;
        }

        return raw;
    }

    private void Append(ReadOnlySpan<char> text, int raw, bool isCopy)
    {
        _parts.Add((_text.Length, raw, isCopy));
        _text.Append(text);
    }
}
