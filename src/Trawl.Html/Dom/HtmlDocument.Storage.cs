using System.Buffers;

namespace Trawl.Html.Dom;

/// <content>The pooled arrays behind a document.</content>
public sealed partial class HtmlDocument
{
    private const int FirstNodes = 256;

    private NodeData[] _nodes = [];
    private int _nodeCount;
    private AttributeData[] _attributes = [];
    private int _attributeCount;

    /// <summary>Characters that stand nowhere in the source: decoded references, merged text.</summary>
    private char[] _side = [];
    private int _sideCount;

    private string? _sourceText;
    private char[] _sourceArray = [];

    /// <summary>Offsets in the normalised source before which a carriage return of the page is missing.</summary>
    private int[] _removed = [];
    private int _removedCount;

    /// <summary>Gives the pooled arrays back. The document must not be used afterwards.</summary>
    public void Dispose()
    {
        _nodeCount = _attributeCount = _sideCount = _removedCount = _localCount = 0;
        _sourceText = null;
        _localTexts = null;
        Return(ref _nodes);
        Return(ref _attributes);
        Return(ref _side);
        Return(ref _sourceArray);
        Return(ref _removed);
        Return(ref _localNames);
        Return(ref _localSlots);
    }

    internal static void Return<T>(ref T[] array)
    {
        if (array.Length > 0) ArrayPool<T>.Shared.Return(array);
        array = [];
    }

    internal static void Grow<T>(ref T[] array, int count, int needed)
    {
        int size = Math.Max(needed, Math.Min(checked(array.Length * 2), Array.MaxLength));
        var larger = ArrayPool<T>.Shared.Rent(size);
        array.AsSpan(0, count).CopyTo(larger);
        Return(ref array);
        array = larger;
    }

    private int RemovedBefore(int position)
    {
        int index = _removed.AsSpan(0, _removedCount).BinarySearch(position);
        if (index < 0) return ~index;
        return index + 1;
    }
}
