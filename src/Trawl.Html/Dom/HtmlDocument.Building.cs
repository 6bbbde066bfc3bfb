using System.Buffers;
using System.Numerics;

namespace Trawl.Html.Dom;

/// <content>What a tree builder calls. Nodes are made detached and then linked.</content>
public sealed partial class HtmlDocument
{
    /// <summary>An empty document over a source that it keeps but does not own.</summary>
    internal HtmlDocument(string source)
        : this(source.Length) => _sourceText = source;

    /// <summary>An empty document over a pooled array that it gives back when disposed.</summary>
    internal HtmlDocument(char[] source, int length)
        : this(length) => _sourceArray = source;

    private HtmlDocument(int sourceLength)
    {
        _nodes = ArrayPool<NodeData>.Shared.Rent(Math.Max(FirstNodes, sourceLength / 32));
        _attributes = ArrayPool<AttributeData>.Shared.Rent(Math.Max(FirstNodes, sourceLength / 64));
        AddNode(NodeKind.Document, -1);
    }

    internal NodeData[] Nodes => _nodes;

    internal AttributeData[] Attributes => _attributes;

    /// <summary>How many attributes are stored; setting it back drops those of a tag that made no element.</summary>
    internal int StoredAttributes
    {
        get => _attributeCount;
        set => _attributeCount = value;
    }

    internal int AddElement(int name, ElementNamespace space, int position, int firstAttribute, int attributeCount)
    {
        int node = AddNode(NodeKind.Element, position);
        ref var data = ref _nodes[node];
        data.Name = name;
        data.Namespace = space;
        data.Start = firstAttribute;
        data.Length = attributeCount;
        return node;
    }

    /// <summary>A text or comment node over characters that are already stored (see <see cref="NodeData.Start"/>).</summary>
    internal int AddCharacterData(NodeKind kind, int start, int length, int position)
    {
        int node = AddNode(kind, position);
        _nodes[node].Start = start;
        _nodes[node].Length = length;
        return node;
    }

    /// <summary>The content node of a template; must directly follow its element.</summary>
    internal int AddTemplateContent(int template)
    {
        int node = AddNode(NodeKind.TemplateContent, -1);
        _nodes[node].Parent = template;
        return node;
    }

    /// <summary>A doctype whose name, public and system identifier are the last three stored attributes.</summary>
    internal int AddDoctype(int position)
    {
        int node = AddNode(NodeKind.Doctype, position);
        _nodes[node].Start = _attributeCount - 3;
        _nodes[node].Length = 3;
        return node;
    }

    internal void AddAttribute(int name, int valueStart, int valueLength)
    {
        if (_attributeCount == _attributes.Length) Grow(ref _attributes, _attributeCount, _attributeCount + 1);
        ref var attribute = ref _attributes[_attributeCount++];
        attribute.Name = name;
        attribute.ValueStart = valueStart;
        attribute.ValueLength = valueLength;
    }

    /// <summary>Copies characters to the side buffer and answers their address.</summary>
    internal int Store(ReadOnlySpan<char> characters)
    {
        int start = _sideCount;
        characters.CopyTo(Reserve(characters.Length));
        return ~start;
    }

    /// <summary>Room at the end of the side buffer, counted as used.</summary>
    internal Span<char> Reserve(int length)
    {
        int start = _sideCount;
        if (length > _side.Length - start) Grow(ref _side, start, checked(start + length));
        _sideCount = start + length;
        return _side.AsSpan(start, length);
    }

    /// <summary>The end of the side buffer; setting it back drops what was stored after it.</summary>
    internal int SideCount
    {
        get => _sideCount;
        set => _sideCount = value;
    }

    internal void AppendToSide(char character)
    {
        if (_sideCount == _side.Length) Grow(ref _side, _sideCount, Math.Max(256, _sideCount + 1));
        _side[_sideCount++] = character;
    }

    internal ReadOnlySpan<char> Stored(int start, int length) => Chars(start, length);

    /// <summary>Appends stored characters to a text node, without copying where both stand in one piece.</summary>
    internal void ExtendText(int node, int start, int length)
    {
        ref var data = ref _nodes[node];
        bool follows = start >= 0 ? data.Start + data.Length == start : !data.IsRoomy && ~data.Start + data.Length == ~start;
        if (follows && (start >= 0) == (data.Start >= 0))
        {
            data.Length += length;
            return;
        }

        int total = checked(data.Length + length);
        if (!data.IsRoomy || BitOperations.RoundUpToPowerOf2((uint)data.Length) < (uint)total) MakeRoom(ref data, total);
        Chars(start, length).CopyTo(_side.AsSpan(~data.Start + data.Length));
        data.Length = total;
    }

    internal void Append(int parent, int node)
    {
        var nodes = _nodes;
        ref var data = ref nodes[node];
        ref var above = ref nodes[parent];
        int last = above.LastChild;
        data.Parent = parent;
        data.PreviousSibling = last;
        data.NextSibling = None;
        above.LastChild = node;
        if (last == None) above.FirstChild = node;
        else nodes[last].NextSibling = node;
    }

    internal void InsertBefore(int node, int before)
    {
        var nodes = _nodes;
        ref var data = ref nodes[node];
        ref var next = ref nodes[before];
        data.Parent = next.Parent;
        data.PreviousSibling = next.PreviousSibling;
        data.NextSibling = before;
        next.PreviousSibling = node;
        if (data.PreviousSibling == None) nodes[data.Parent].FirstChild = node;
        else nodes[data.PreviousSibling].NextSibling = node;
    }

    /// <summary>Unlinks a node from its parent, if it has one.</summary>
    internal void Detach(int node)
    {
        var nodes = _nodes;
        ref var data = ref nodes[node];
        if (data.Parent == None) return;
        if (data.PreviousSibling == None) nodes[data.Parent].FirstChild = data.NextSibling;
        else nodes[data.PreviousSibling].NextSibling = data.NextSibling;
        if (data.NextSibling == None) nodes[data.Parent].LastChild = data.PreviousSibling;
        else nodes[data.NextSibling].PreviousSibling = data.PreviousSibling;
        data.Parent = data.PreviousSibling = data.NextSibling = None;
    }

    /// <summary>Moves all children of one node behind those of another.</summary>
    internal void MoveChildren(int from, int to)
    {
        for (int child = _nodes[from].FirstChild; child != None; child = _nodes[from].FirstChild)
        {
            Detach(child);
            Append(to, child);
        }
    }

    /// <summary>Gives an element attributes it does not have, from a run of stored attributes.</summary>
    internal void MergeAttributes(int element, int first, int count, int most)
    {
        int start = _attributeCount;
        int had = _nodes[element].Length;
        for (int i = 0; i < had; i++) Copy(_nodes[element].Start + i);
        for (int i = first; i < first + count; i++)
        {
            if (HasName(start, _attributeCount, _attributes[i].Name)) continue;
            if (_attributeCount - start < most) Copy(i);
            else LimitHit |= ParseLimits.Attributes;
        }

        if (_attributeCount - start == had)
        {
            // Nothing is new: a page of nothing but such tags must not fill the array with copies.
            _attributeCount = start;
            return;
        }

        _nodes[element].Start = start;
        _nodes[element].Length = _attributeCount - start;
    }

    internal void SetSourceRemovals(int[] removed, int count)
    {
        _removed = removed;
        _removedCount = count;
    }

    private void Copy(int attribute)
    {
        var data = _attributes[attribute];
        AddAttribute(data.Name, data.ValueStart, data.ValueLength);
    }

    private bool HasName(int first, int end, int name)
    {
        foreach (ref var attribute in _attributes.AsSpan(first, end - first))
        {
            if (attribute.Name == name) return true;
        }

        return false;
    }

    private void MakeRoom(ref NodeData data, int length)
    {
        int start = _sideCount;
        Reserve((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(length, 16)));
        Chars(data.Start, data.Length).CopyTo(_side.AsSpan(start));
        data.Start = ~start;
        data.IsRoomy = true;
    }

    private int AddNode(NodeKind kind, int position)
    {
        if (_nodeCount == _nodes.Length) Grow(ref _nodes, _nodeCount, _nodeCount + 1);
        int node = _nodeCount++;
        _nodes[node] = new NodeData
        {
            Parent = None,
            FirstChild = None,
            LastChild = None,
            PreviousSibling = None,
            NextSibling = None,
            Position = position,
            Kind = kind,
        };
        return node;
    }
}
