using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>The stack of open elements, 13.2.4.2.</content>
internal ref partial struct TreeBuilder
{
    private void Push(int node, int key)
    {
        if (_openCount >= _open.Length) HtmlDocument.Grow(ref _open, _openCount, _openCount + 1);
        if (_openCount >= _openKeys.Length) HtmlDocument.Grow(ref _openKeys, _openCount, _openCount + 1);
        _open[_openCount] = node;
        _openKeys[_openCount++] = key;
        _current = node;
        _currentKey = key;
    }

    private void Pop() => PopTo(_openCount - 1);

    /// <summary>Pops until so many elements are left.</summary>
    private void PopTo(int count)
    {
        _openCount = count;
        _current = count > 0 ? _open[count - 1] : HtmlDocument.Root;
        _currentKey = count > 0 ? _openKeys[count - 1] : 0;
    }

    /// <summary>Pops elements until one by this name has been popped; it must be open.</summary>
    private void PopThrough(int key)
    {
        int index = _openCount - 1;
        while (index > 1 && _openKeys[index] != key) index--;
        PopTo(index);
    }

    private void RemoveOpen(int index)
    {
        _openCount--;
        _open.AsSpan(index + 1, _openCount - index).CopyTo(_open.AsSpan(index));
        _openKeys.AsSpan(index + 1, _openCount - index).CopyTo(_openKeys.AsSpan(index));
        PopTo(_openCount);
    }

    private void InsertOpen(int index, int node, int key)
    {
        Push(node, key);
        _open.AsSpan(index, _openCount - 1 - index).CopyTo(_open.AsSpan(index + 1));
        _openKeys.AsSpan(index, _openCount - 1 - index).CopyTo(_openKeys.AsSpan(index + 1));
        _open[index] = node;
        _openKeys[index] = key;
        PopTo(_openCount);
    }

    private readonly int IndexOfOpen(int node)
    {
        return _open.AsSpan(0, _openCount).LastIndexOf(node);
    }

    private readonly bool IsOpen(int key) => _openKeys.AsSpan(0, _openCount).Contains(key);

    /// <summary>"Has an element in scope": an open element by this key with no barrier above it.</summary>
    private readonly bool InScope(int key, ElementTraits barrier = ElementTraits.Scope)
    {
        for (int i = _openCount - 1; i >= 0; i--)
        {
            int open = _openKeys[i];
            if (open == key) return true;
            if ((ElementKey.Traits(open) & barrier) != 0) return false;
        }

        return false;
    }

    private readonly bool InListScope(int key) => InScope(key, ElementTraits.Scope | ElementTraits.ListScope);

    private readonly bool InTableScope(int key) => InScope(key, ElementTraits.TableScope);

    /// <summary>Button scope of p, the one element ever looked for in it.</summary>
    private readonly bool ParagraphInButtonScope()
    {
        for (int i = _openCount - 1; i >= 0; i--)
        {
            int open = _openKeys[i];
            if (open == KnownName.P) return true;
            if (open == KnownName.Button || (ElementKey.Traits(open) & ElementTraits.Scope) != 0) return false;
        }

        return false;
    }

    /// <summary>Select scope: everything but optgroup and option is a barrier.</summary>
    private readonly bool InSelectScope(int key)
    {
        for (int i = _openCount - 1; i >= 0; i--)
        {
            int open = _openKeys[i];
            if (open == key) return true;
            if (open is not (KnownName.Optgroup or KnownName.Option)) return false;
        }

        return false;
    }

    private readonly bool NodeInScope(int node)
    {
        for (int i = _openCount - 1; i >= 0; i--)
        {
            if (_open[i] == node) return true;
            if ((ElementKey.Traits(_openKeys[i]) & ElementTraits.Scope) != 0) return false;
        }

        return false;
    }

    /// <summary>13.2.6.3, generate implied end tags, sparing one name.</summary>
    private void ImplyEndTags(int except = 0)
    {
        while ((ElementKey.Traits(_currentKey) & ElementTraits.ImpliedEnd) != 0 && _currentKey != except) Pop();
    }

    private void ImplyEndTagsThoroughly()
    {
        const ElementTraits Closed = ElementTraits.ImpliedEnd | ElementTraits.ThoroughImpliedEnd;
        while ((ElementKey.Traits(_currentKey) & Closed) != 0) Pop();
    }

    private void CloseParagraph()
    {
        if (ParagraphInButtonScope()) EndParagraph();
    }

    private void EndParagraph()
    {
        ImplyEndTags(KnownName.P);
        PopThrough(KnownName.P);
    }
}
