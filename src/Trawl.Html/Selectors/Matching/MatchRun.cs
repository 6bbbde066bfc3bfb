using System.Buffers;
using Trawl.Html.Dom;

namespace Trawl.Html.Selectors.Matching;

/// <summary>
/// One evaluation over one document: what compiled selectors need to know about it, computed at most once each.
/// One thread owns it; it is reused by that thread's next evaluation.
/// </summary>
internal sealed class MatchRun
{
    [ThreadStatic]
    private static MatchRun? t_free;

    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<object, ulong[]> _bits = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, int[]> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _elements = [];
    private TextIndex? _text;

    private MatchRun()
    {
    }

    public HtmlDocument Document { get; private set; } = null!;

    /// <summary>The node <c>:scope</c> stands for.</summary>
    public int Scope { get; private set; }

    public bool Quirks { get; private set; }

    public static MatchRun Start(HtmlDocument document, int scope)
    {
        var run = t_free ?? new MatchRun();
        t_free = null;
        run.Document = document;
        run.Scope = scope;
        run.Quirks = document.Quirks == QuirksMode.Quirks;
        return run;
    }

    /// <summary>Ends the run and keeps the object for this thread's next one.</summary>
    public void End()
    {
        foreach (var bits in _bits.Values) ArrayPool<ulong>.Shared.Return(bits);
        foreach (var numbers in _numbers.Values) ArrayPool<int>.Shared.Return(numbers);
        _bits.Clear();
        _numbers.Clear();
        _names.Clear();
        _elements.Clear();
        _text = null;
        Document = null!;
        t_free = this;
    }

    /// <summary>The id of a name in this document; -2 when nothing here is called that.</summary>
    public int Id(SelectorName name)
    {
        if (name.Fixed >= 0) return name.Fixed;
        if (_names.TryGetValue(name.Text, out var id)) return id;
        id = Document.FindName(name.Text);
        return _names[name.Text] = id < 0 ? -2 : id;
    }

    /// <summary>The elements that complete a nested selector, as bits by node.</summary>
    public ulong[] Bits(SelectorProgram[] programs)
    {
        if (_bits.TryGetValue(programs, out var bits)) return bits;
        bits = NewBits(programs);
        var sink = new BitSink(bits);
        TreeWalk.Run(this, programs, HtmlDocument.Root, ref sink);
        return bits;
    }

    /// <summary>The elements that have something at a relative selector (:has), as bits by node.</summary>
    public ulong[] Bits(HasIndex index)
    {
        if (_bits.TryGetValue(index, out var bits)) return bits;
        bits = NewBits(index);
        index.Fill(this, bits);
        return bits;
    }

    /// <summary>Every element of the document in tree order.</summary>
    public List<int> Elements
    {
        get
        {
            if (_elements.Count > 0) return _elements;
            for (var node = Document.NextInTree(HtmlDocument.Root, HtmlDocument.Root);
                node != HtmlDocument.None;
                node = Document.NextInTree(node, HtmlDocument.Root))
                if (Document.Kind(node) == NodeKind.Element) _elements.Add(node);
            return _elements;
        }
    }

    /// <summary>The concatenated text with each node's place in it.</summary>
    public TextIndex Text => _text ??= TextIndex.Build(Document);

    /// <summary>An array by node, zero at first, kept for the run under a key.</summary>
    public int[] Numbers(object key)
    {
        if (_numbers.TryGetValue(key, out var numbers)) return numbers;
        numbers = ArrayPool<int>.Shared.Rent(Document.NodeCount);
        numbers.AsSpan(0, Document.NodeCount).Clear();
        return _numbers[key] = numbers;
    }

    public ulong[] RentBits()
    {
        var length = (Document.NodeCount >> 6) + 1;
        var bits = ArrayPool<ulong>.Shared.Rent(length);
        bits.AsSpan(0, length).Clear();
        return bits;
    }

    private ulong[] NewBits(object key) => _bits[key] = RentBits();
}
