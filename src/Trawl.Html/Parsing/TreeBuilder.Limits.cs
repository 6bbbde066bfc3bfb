using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>What happens at the largest depth.</content>
internal ref partial struct TreeBuilder
{
    /// <summary>Elements whose text must be read as theirs, and those that never stand deep.</summary>
    private static bool NeedsStack(int name) => name is KnownName.Html or KnownName.Head or KnownName.Body or
        KnownName.Script or KnownName.Style or KnownName.Title or KnownName.Textarea or KnownName.Xmp or
        KnownName.Iframe or KnownName.Noembed or KnownName.Noframes or KnownName.Plaintext;

    /// <summary>
    /// Inserts an element without opening it: what follows becomes its sibling. Its end tag is waited for, so that it
    /// does not close an element further up.
    /// </summary>
    private void InsertAtLimit(bool isForeign)
    {
        _document.LimitHit |= ParseLimits.Depth;
        var space = isForeign ? (ElementNamespace)(_currentKey >> 24) : ElementNamespace.Html;
        int name = space == ElementNamespace.Html ? _tokens.Name : AdjustForeign(space);
        int node = CreateForToken(name, space);
        Link(node);
        if (name == KnownName.Template && space == ElementNamespace.Html) _document.AddTemplateContent(node);
        if (space != ElementNamespace.Html && _tokens.IsSelfClosing) return;
        if (space == ElementNamespace.Html && (ElementKey.Traits(name) & ElementTraits.Void) != 0) return;
        var overflow = _overflow ??= [];
        overflow[_tokens.Name] = overflow.GetValueOrDefault(_tokens.Name) + 1;
    }

    /// <summary>The end tag belongs to an element that was inserted without being opened.</summary>
    private bool ClosesOverflow()
    {
        if (_overflow is not { } overflow) return false;
        if (_openCount < _maxDepth)
        {
            _overflow = null;
            return false;
        }

        int count = overflow.GetValueOrDefault(_tokens.Name);
        if (count == 0 || _mode == InsertionMode.Text) return false;
        overflow[_tokens.Name] = count - 1;
        return true;
    }

    /// <summary>
    /// Moves what the adoption agency made deeper than the limit up to the last allowed ancestor. A walk without
    /// recursion: one visit a node.
    /// </summary>
    private readonly void FlattenBelow(int limit)
    {
        int depth = 0;
        int node = _document.FirstChild(HtmlDocument.Root);
        while (node != HtmlDocument.None)
        {
            int child = _document.FirstChild(node);
            if (child != HtmlDocument.None && depth + 1 >= limit) child = Flatten(node);
            if (child != HtmlDocument.None)
            {
                node = child;
                depth++;
                continue;
            }

            while (_document.NextSibling(node) == HtmlDocument.None)
            {
                node = _document.Parent(node);
                depth--;
                if (node is HtmlDocument.Root or HtmlDocument.None) return;
            }

            node = _document.NextSibling(node);
        }
    }

    /// <summary>Makes an element's element children its next siblings; answers its first child of those left.</summary>
    private readonly int Flatten(int node)
    {
        int after = node;
        int next;
        for (int child = _document.FirstChild(node); child != HtmlDocument.None; child = next)
        {
            next = _document.NextSibling(child);
            if (_document.Kind(child) != NodeKind.Element) continue;
            _document.LimitHit |= ParseLimits.Depth;
            _document.Detach(child);
            int sibling = _document.NextSibling(after);
            if (sibling == HtmlDocument.None) _document.Append(_document.Parent(node), child);
            else _document.InsertBefore(child, sibling);
            after = child;
        }

        return _document.FirstChild(node);
    }
}
