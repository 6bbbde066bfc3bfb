using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>Creating and inserting nodes, 13.2.6.1.</content>
internal ref partial struct TreeBuilder
{
    /// <summary>"Insert an HTML element" for the token.</summary>
    private int InsertElement() => InsertElement(_tokens.Name, ElementNamespace.Html);

    private int InsertElement(int name, ElementNamespace space)
    {
        int node = CreateForToken(name, space);
        Link(node);
        Push(node, ElementKey.Of(name, space));
        return node;
    }

    /// <summary>An element that no token stands for.</summary>
    private int InsertImplied(int name)
    {
        int node = _document.AddElement(name, ElementNamespace.Html, -1, 0, 0);
        Link(node);
        Push(node, name);
        return node;
    }

    /// <summary>An element that is popped at once.</summary>
    private void InsertVoid() => Link(CreateForToken(_tokens.Name, ElementNamespace.Html));

    private int CreateForToken(int name, ElementNamespace space)
    {
        _attributesTaken = true;
        return _document.AddElement(name, space, _tokens.Start, _tokens.FirstAttribute, _tokens.AttributeCount);
    }

    /// <summary>Puts a node at the "appropriate place for inserting a node".</summary>
    private void Link(int node)
    {
        if (_fosterParenting && IsTablePart(_currentKey))
        {
            LinkFostered(node);
            return;
        }

        _document.Append(Content(_current, _currentKey), node);
    }

    private readonly void LinkFostered(int node)
    {
        int parent = FosterParent(out int before);
        if (before == HtmlDocument.None) _document.Append(parent, node);
        else _document.InsertBefore(node, before);
    }

    private static bool IsTablePart(int key) => (ElementKey.Traits(key) & ElementTraits.TablePart) != 0;

    /// <summary>The node that takes an element's children: for a template its content.</summary>
    private static int Content(int node, int key) => key == KnownName.Template ? node + 1 : node;

    /// <summary>Where foster parenting puts a node, and before which child.</summary>
    private readonly int FosterParent(out int before)
    {
        before = HtmlDocument.None;
        var keys = _openKeys.AsSpan(0, _openCount);
        int table = keys.LastIndexOf(KnownName.Table);
        int template = keys.LastIndexOf(KnownName.Template);
        if (template > table) return _open[template] + 1;
        if (table < 0) return _open[0];
        int parent = _document.Parent(_open[table]);
        if (parent == HtmlDocument.None) return Content(_open[table - 1], _openKeys[table - 1]);
        before = _open[table];
        return parent;
    }

    /// <summary>"Insert a character" for the whole run, merged with text that is already there.</summary>
    private void InsertText()
    {
        if (_textLength == 0) return;
        int before = HtmlDocument.None;
        int parent = _fosterParenting && IsTablePart(_currentKey)
            ? FosterParent(out before)
            : Content(_current, _currentKey);
        if (parent == HtmlDocument.Root) return;
        int neighbour = before == HtmlDocument.None ? _document.LastChild(parent) : _document.PreviousSibling(before);
        if (neighbour != HtmlDocument.None && _document.Kind(neighbour) == NodeKind.Text)
        {
            _document.ExtendText(neighbour, _textStart, _textLength);
            return;
        }

        int text = _document.AddCharacterData(NodeKind.Text, _textStart, _textLength, _tokens.Start);
        if (before == HtmlDocument.None) _document.Append(parent, text);
        else _document.InsertBefore(text, before);
    }

    private void SkipText(int count)
    {
        _textStart = _textStart >= 0 ? _textStart + count : ~(~_textStart + count);
        _textLength -= count;
    }

    private readonly ReadOnlySpan<char> Text() => _document.Stored(_textStart, _textLength);

    private readonly int LeadingSpace()
    {
        int index = Text().IndexOfAnyExcept(" \n\t\f\r");
        return index < 0 ? _textLength : index;
    }

    /// <summary>Ignores leading white space; true when characters are left.</summary>
    private bool SkipSpace()
    {
        SkipText(LeadingSpace());
        return _textLength > 0;
    }

    /// <summary>Inserts leading white space; true when characters are left.</summary>
    private bool InsertSpace()
    {
        int count = LeadingSpace();
        int rest = _textLength - count;
        _textLength = count;
        InsertText();
        _textLength += rest;
        SkipText(count);
        return rest > 0;
    }

    /// <summary>Inserts the white space among the characters and ignores the others.</summary>
    private void InsertOnlySpace()
    {
        while (_textLength > 0 && InsertSpace())
        {
            int index = Text().IndexOfAny(" \n\t\f\r");
            SkipText(index < 0 ? _textLength : index);
        }
    }

    /// <summary>Removes U+0000 from the characters.</summary>
    private void DropNuls() => ReplaceNuls(null);

    private void ReplaceNuls(char? replacement)
    {
        if (!_textHasNul) return;
        int start = _document.SideCount;
        for (int i = 0; i < _textLength; i++)
        {
            char c = Text()[i];
            if (c != '\0') _document.AppendToSide(c);
            else if (replacement is { } other) _document.AppendToSide(other);
        }

        _textStart = ~start;
        _textLength = _document.SideCount - start;
        _textHasNul = false;
    }
}
