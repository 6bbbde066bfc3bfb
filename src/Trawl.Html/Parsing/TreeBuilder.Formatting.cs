using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>The list of active formatting elements, 13.2.4.3.</content>
internal ref partial struct TreeBuilder
{
    private const int Marker = -1;

    /// <summary>Elements behind the last marker past which the oldest is forgotten; far above what people write.</summary>
    private const int MostFormatting = 100;

    private const int MostFormattingAndMarkers = 1_000;

    private void AddMarker() => AddFormattingEntry(Marker);

    /// <summary>"Push onto the list of active formatting elements", with the Noah's Ark clause.</summary>
    private void AddFormatting(int node)
    {
        int same = 0;
        int behindMarker = 0;
        int earliest = -1;
        for (int i = _formattingCount - 1; i >= 0 && _formatting[i] != Marker; i--)
        {
            behindMarker++;
            if (!IsSameElement(_formatting[i], node)) continue;
            same++;
            earliest = i;
        }

        if (same >= 3) RemoveFormattingAt(earliest);
        else if (behindMarker >= MostFormatting) RemoveFormattingAt(_formattingCount - behindMarker);
        AddFormattingEntry(node);
    }

    private void AddFormattingEntry(int entry)
    {
        if (_formattingCount >= MostFormattingAndMarkers) RemoveFormattingAt(0);
        if (_formattingCount == _formatting.Length) HtmlDocument.Grow(ref _formatting, _formattingCount, _formattingCount + 1);
        _formatting[_formattingCount++] = entry;
    }

    private void InsertFormattingAt(int index, int node)
    {
        AddFormattingEntry(node);
        index = Math.Min(index, _formattingCount - 1);
        _formatting.AsSpan(index, _formattingCount - 1 - index).CopyTo(_formatting.AsSpan(index + 1));
        _formatting[index] = node;
    }

    private void RemoveFormattingAt(int index)
    {
        _formattingCount--;
        _formatting.AsSpan(index + 1, _formattingCount - index).CopyTo(_formatting.AsSpan(index));
    }

    private void RemoveFormatting(int node)
    {
        int index = IndexOfFormatting(node);
        if (index >= 0) RemoveFormattingAt(index);
    }

    private readonly int IndexOfFormatting(int node) => _formatting.AsSpan(0, _formattingCount).LastIndexOf(node);

    /// <summary>The last formatting element by this name behind the last marker, or -1.</summary>
    private readonly int LastFormatting(int name)
    {
        for (int i = _formattingCount - 1; i >= 0 && _formatting[i] != Marker; i--)
        {
            if (_document.NameId(_formatting[i]) == name) return i;
        }

        return -1;
    }

    private void ClearToMarker()
    {
        while (_formattingCount > 0 && _formatting[--_formattingCount] != Marker)
        {
        }
    }

    /// <summary>"Reconstruct the active formatting elements".</summary>
    private void Reconstruct()
    {
        if (_formattingCount == 0) return;
        int index = _formattingCount - 1;
        if (IsMarkerOrOpen(_formatting[index])) return;
        while (index > 0 && !IsMarkerOrOpen(_formatting[index - 1])) index--;
        for (; index < _formattingCount; index++)
        {
            // At the largest depth nothing more is opened; scanning again and again would be all that is left.
            if (_openCount >= _maxDepth) return;
            int clone = Clone(_formatting[index]);
            Link(clone);
            Push(clone, _document.NameId(clone));
            _formatting[index] = clone;
        }
    }

    private readonly bool IsMarkerOrOpen(int entry) =>
        entry == Marker || _openCount >= _maxDepth || IndexOfOpen(entry) >= 0;

    /// <summary>"Create an element for the token" for which another was created.</summary>
    private readonly int Clone(int node)
    {
        var data = _document.Nodes[node];
        return _document.AddElement(data.Name, data.Namespace, data.Position, data.Start, data.Length);
    }

    private readonly bool IsSameElement(int one, int other)
    {
        ref var a = ref _document.Nodes[one];
        ref var b = ref _document.Nodes[other];
        if (a.Name != b.Name || a.Length != b.Length) return false;
        for (int i = 0; i < a.Length; i++)
        {
            var value = _document.AttributeAt(one, i, out int name);
            if (!_document.TryGetAttribute(other, name, out var otherValue) || !value.SequenceEqual(otherValue)) return false;
        }

        return true;
    }
}
