using System.Buffers;
using Trawl.Html.Dom;
using Trawl.Steps.Content;
using Trawl.Steps.Values;

namespace Trawl.Steps.Selecting;

/// <summary>The texts of a page's elements, within what one page may give. One thread.</summary>
internal sealed class ElementTexts(PageView page) : IDisposable
{
    private char[] _buffer = [];
    private int _length;
    private long _left = PageLimits.PageLength;

    /// <summary>All text below an element with its white space collapsed.</summary>
    public string Collapsed(int element)
    {
        Gather(element, own: false);
        return Spend(_buffer.AsSpan(0, WhiteSpace.Collapse(_buffer.AsSpan(0, _length))));
    }

    /// <summary>All text below an element as it is.</summary>
    public string Raw(int element)
    {
        Gather(element, own: false);
        return Spend(_buffer.AsSpan(0, _length));
    }

    /// <summary>The text directly in an element, its children's left out, with white space collapsed.</summary>
    public string Own(int element)
    {
        Gather(element, own: true);
        return Spend(_buffer.AsSpan(0, WhiteSpace.Collapse(_buffer.AsSpan(0, _length))));
    }

    /// <summary>The HTML of an element, with its own tag or without.</summary>
    public string Markup(int element, bool outer)
    {
        var markup = new System.Text.StringBuilder();
        var most = (int)Math.Min(_left, PageLimits.ValueLength);
        MarkupWriter.Write(page.Document!, element, outer, most, markup);
        return Spend(markup.ToString());
    }

    /// <summary>A value as a string: cut when it, or all of the page together, is too long.</summary>
    public string Spend(ReadOnlySpan<char> value)
    {
        var allowed = (int)Math.Min(Math.Min(value.Length, PageLimits.ValueLength), _left);
        if (allowed < value.Length)
        {
            page.Warn("A value was cut: one has at most 1,048,576 characters, and all of a page 67,108,864.");
            if (allowed > 0 && char.IsHighSurrogate(value[allowed - 1])) allowed--;
        }

        _left -= allowed;
        return allowed == 0 ? "" : value[..allowed].ToString();
    }

    public string Spend(string value)
    {
        if (value.Length > PageLimits.ValueLength || value.Length > _left) return Spend(value.AsSpan());
        _left -= value.Length;
        return value;
    }

    public void Reset() => _left = PageLimits.PageLength;

    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Gather(int element, bool own)
    {
        var document = page.Document!;
        _length = 0;
        var most = Math.Min(_left, PageLimits.ValueLength) + 1;
        if (document.Kind(element) is NodeKind.Text) Append(document.Data(element));
        var node = document.FirstChild(element);
        while (node != HtmlDocument.None && _length < most)
        {
            if (document.Kind(node) == NodeKind.Text) Append(document.Data(node));
            node = own ? document.NextSibling(node) : document.NextInTree(node, element);
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > _buffer.Length - _length) Grow(text.Length);
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(checked(_length + more), _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        Dispose();
        _buffer = larger;
    }
}
