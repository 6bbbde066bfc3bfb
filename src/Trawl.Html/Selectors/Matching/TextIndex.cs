using System.Text;
using Trawl.Html.Dom;

namespace Trawl.Html.Selectors.Matching;

/// <summary>
/// The text of a document as one string and where each element's part of it stands, so that asking every element
/// whether it contains something reads the text once and not once a level.
/// </summary>
internal sealed class TextIndex
{
    private readonly string _text;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly Dictionary<string, int[]> _found = new(StringComparer.Ordinal);

    private TextIndex(string text, int[] starts, int[] ends) => (_text, _starts, _ends) = (text, starts, ends);

    public static TextIndex Build(HtmlDocument document)
    {
        var text = new StringBuilder();
        var (starts, ends) = (new int[document.NodeCount], new int[document.NodeCount]);
        var node = HtmlDocument.Root;
        while (node != HtmlDocument.None)
        {
            starts[node] = text.Length;
            if (document.Kind(node) == NodeKind.Text) text.Append(document.Data(node));
            var child = document.FirstChild(node);
            if (child != HtmlDocument.None)
            {
                node = child;
                continue;
            }
            ends[node] = text.Length;
            while (node != HtmlDocument.None && document.NextSibling(node) == HtmlDocument.None)
            {
                node = document.Parent(node);
                if (node != HtmlDocument.None) ends[node] = text.Length;
            }
            if (node != HtmlDocument.None) node = document.NextSibling(node);
        }
        return new TextIndex(text.ToString(), starts, ends);
    }

    public ReadOnlySpan<char> Of(int node) => _text.AsSpan(_starts[node].._ends[node]);

    public bool Contains(int element, string wanted)
    {
        if (wanted.Length == 0) return true;
        if (!_found.TryGetValue(wanted, out var places)) _found[wanted] = places = Places(wanted);
        var index = places.AsSpan().BinarySearch(_starts[element]);
        if (index < 0) index = ~index;
        return index < places.Length && places[index] + wanted.Length <= _ends[element];
    }

    private int[] Places(string wanted)
    {
        var places = new List<int>();
        for (var at = _text.IndexOf(wanted, StringComparison.Ordinal);
            at >= 0;
            at = _text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
            places.Add(at);
        return [.. places];
    }
}
