using System.Text.Json;
using Trawl.Html.Dom;
using Trawl.Html.Selectors;

namespace Trawl.Html.Structured;

/// <summary>
/// Microdata to JSON (HTML standard, sections 5.2 and 5.5). An item is crawled with a stack of its own, items inside
/// items are bounded in depth, and an allowance bounds all the work: a page may refer in circles, or a thousand times
/// to the same part.
/// </summary>
internal sealed class MicrodataReader
{
    private const int MaxDepth = 64;
    private const int Allowance = 5_000_000;

    private readonly HtmlDocument _document;
    private readonly Func<string, string> _resolve;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<int> _open = [];
    private int[]? _order;
    private int _left = Allowance;

    private MicrodataReader(HtmlDocument document, Func<string, string> resolve) => (_document, _resolve) = (document, resolve);

    public static JsonElement Read(HtmlDocument document, Func<string, string> resolve, List<StructuredProblem> problems)
    {
        var reader = new MicrodataReader(document, resolve);
        var json = JsonWriting.Make(reader.Write);
        if (reader._left < 0)
            problems.Add(new StructuredProblem(HtmlDocument.Root, "The microdata refers to itself too often; some is left out.", 0, 0));
        return json;
    }

    private void Write(Utf8JsonWriter writer)
    {
        var items = new List<int>();
        for (var node = HtmlDocument.Root; node != HtmlDocument.None; node = _document.NextInTree(node, HtmlDocument.Root))
        {
            if (_document.TryGetAttribute(node, KnownName.Id, out var id)) _ids.TryAdd(id.ToString(), node);
            if (Has(node, KnownName.Itemscope) && !Has(node, KnownName.Itemprop)) items.Add(node);
        }
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        foreach (var item in items)
            if (_left >= 0) WriteItem(writer, item);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteItem(Utf8JsonWriter writer, int item)
    {
        _open.Add(item);
        writer.WriteStartObject();
        if (_document.TryGetAttribute(item, _document.FindName("itemtype"), out var type) && Words(type) is { Count: > 0 } types)
        {
            writer.WriteStartArray("type");
            foreach (var word in types) writer.WriteStringValue(JsonWriting.Valid(word));
            writer.WriteEndArray();
        }
        if (_document.TryGetAttribute(item, _document.FindName("itemid"), out var id))
            writer.WriteString("id", JsonWriting.Valid(_resolve(id.Trim().ToString())));
        writer.WriteStartObject("properties");
        foreach (var (name, elements) in Properties(item))
        {
            writer.WriteStartArray(JsonWriting.Valid(name));
            foreach (var element in elements) WriteValue(writer, element);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
        _open.Remove(item);
    }

    private void WriteValue(Utf8JsonWriter writer, int element)
    {
        if (!Has(element, KnownName.Itemscope)) writer.WriteStringValue(JsonWriting.Valid(Spend(Value(element))));
        else if (_open.Contains(element) || _open.Count >= MaxDepth || _left < 0) writer.WriteStringValue("ERROR");
        else WriteItem(writer, element);
    }

    private string Spend(string value)
    {
        _left -= value.Length >> 4;
        return _left < 0 ? "" : value;
    }

    // The properties of an item in tree order, each name once, in the order of their first appearance.
    private List<(string Name, List<int> Elements)> Properties(int item)
    {
        var (found, seen, pending) = (new List<int>(), new HashSet<int> { item }, new Stack<int>());
        PushChildren(item, pending);
        if (_document.TryGetAttribute(item, KnownName.Itemref, out var references))
        {
            foreach (var id in Words(references))
                if (_ids.TryGetValue(id, out var target)) pending.Push(target);
        }
        while (pending.TryPop(out var node) && --_left >= 0)
        {
            if (!seen.Add(node)) continue;
            if (Has(node, KnownName.Itemprop)) found.Add(node);
            if (!Has(node, KnownName.Itemscope)) PushChildren(node, pending);
        }
        found.Sort((a, b) => Order(a).CompareTo(Order(b)));
        return Grouped(found);
    }

    private List<(string Name, List<int> Elements)> Grouped(List<int> elements)
    {
        var (groups, index) = (new List<(string, List<int> Elements)>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var element in elements)
        {
            _document.TryGetAttribute(element, KnownName.Itemprop, out var names);
            foreach (var name in Words(names))
            {
                if (!index.TryGetValue(name, out var at))
                {
                    index[name] = at = groups.Count;
                    groups.Add((name, []));
                }
                groups[at].Elements.Add(element);
            }
        }
        return groups;
    }

    private int Order(int node)
    {
        if (_order is null)
        {
            _order = new int[_document.NodeCount];
            var place = 0;
            for (var n = HtmlDocument.Root; n != HtmlDocument.None; n = _document.NextInTree(n, HtmlDocument.Root))
                _order[n] = place++;
        }
        return _order[node];
    }

    private void PushChildren(int node, Stack<int> pending)
    {
        for (var n = _document.LastChild(node); n != HtmlDocument.None; n = _document.PreviousSibling(n))
            if (_document.Kind(n) == NodeKind.Element) pending.Push(n);
    }

    // HTML standard, section 5.2.4, "property value".
    private string Value(int element)
    {
        if (_document.Namespace(element) != ElementNamespace.Html) return TakenText.Of(_document, element);
        switch (_document.NameId(element))
        {
            case KnownName.Meta:
                return Attribute(element, KnownName.Content);
            case KnownName.Audio or KnownName.Embed or KnownName.Iframe or KnownName.Img or KnownName.Source
                or KnownName.Track or KnownName.Video:
                return Address(element, KnownName.Src);
            case KnownName.A or KnownName.Area or KnownName.Link:
                return Address(element, KnownName.Href);
            case KnownName.Object:
                return Address(element, KnownName.Data);
            case KnownName.Data or KnownName.Meter:
                return Attribute(element, KnownName.Value);
            case KnownName.Time when Has(element, KnownName.Datetime):
                return Attribute(element, KnownName.Datetime);
            default:
                return TakenText.Of(_document, element);
        }
    }

    private string Attribute(int element, int name) =>
        _document.TryGetAttribute(element, name, out var value) ? value.ToString() : "";

    private string Address(int element, int name) =>
        _document.TryGetAttribute(element, name, out var value) ? _resolve(value.Trim().ToString()) : "";

    private bool Has(int node, int name) => _document.TryGetAttribute(node, name, out _);

    private static List<string> Words(ReadOnlySpan<char> text)
    {
        var (words, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var range in text.SplitAny(" \t\n\f\r"))
        {
            var word = text[range].ToString();
            if (word.Length > 0 && seen.Add(word)) words.Add(word);
        }
        return words;
    }
}
