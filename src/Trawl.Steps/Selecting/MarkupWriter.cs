using System.Text;
using Trawl.Html.Dom;

namespace Trawl.Steps.Selecting;

/// <summary>Serialises a part of a page (HTML standard, 13.3, "Serializing HTML fragments"), up to a length.</summary>
internal static class MarkupWriter
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
    {
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta",
        "param", "source", "track", "wbr",
    };

    private static readonly HashSet<string> Literal = new(StringComparer.Ordinal)
    {
        "style", "script", "xmp", "iframe", "noembed", "noframes", "plaintext",
    };

    public static void Write(HtmlDocument document, int node, bool outer, int most, StringBuilder into)
    {
        if (outer) Open(document, node, into);
        var child = document.FirstChild(node);
        while (child != HtmlDocument.None && into.Length <= most)
        {
            Open(document, child, into);
            var below = document.FirstChild(child);
            child = below != HtmlDocument.None ? below : CloseUpTo(document, child, node, into);
        }

        if (outer) Close(document, node, into);
    }

    private static int CloseUpTo(HtmlDocument document, int node, int root, StringBuilder into)
    {
        while (node != root)
        {
            Close(document, node, into);
            var next = document.NextSibling(node);
            if (next != HtmlDocument.None) return next;
            node = document.Parent(node);
        }

        return HtmlDocument.None;
    }

    private static void Open(HtmlDocument document, int node, StringBuilder into)
    {
        switch (document.Kind(node))
        {
            case NodeKind.Element: OpenTag(document, node, into); break;
            case NodeKind.Text: Text(document, node, into); break;
            case NodeKind.Comment: into.Append("<!--").Append(document.Data(node)).Append("-->"); break;
            case NodeKind.Doctype: into.Append("<!DOCTYPE ").Append(document.Data(node)).Append('>'); break;
        }
    }

    private static void OpenTag(HtmlDocument document, int node, StringBuilder into)
    {
        into.Append('<').Append(document.LocalName(node));
        for (var i = 0; i < document.AttributeCount(node); i++)
        {
            var value = document.AttributeAt(node, i, out var name);
            into.Append(' ').Append(document.NameText(name)).Append("=\"");
            Escape(value, inAttribute: true, into);
            into.Append('"');
        }

        into.Append('>');
    }

    private static void Close(HtmlDocument document, int node, StringBuilder into)
    {
        if (document.Kind(node) != NodeKind.Element || Void.Contains(document.LocalName(node))) return;
        into.Append("</").Append(document.LocalName(node)).Append('>');
    }

    private static void Text(HtmlDocument document, int node, StringBuilder into)
    {
        var parent = document.Parent(node);
        if (parent != HtmlDocument.None && Literal.Contains(document.LocalName(parent))) into.Append(document.Data(node));
        else Escape(document.Data(node), inAttribute: false, into);
    }

    private static void Escape(ReadOnlySpan<char> text, bool inAttribute, StringBuilder into)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': into.Append("&amp;"); break;
                case '\u00a0': into.Append("&nbsp;"); break;
                case '"' when inAttribute: into.Append("&quot;"); break;
                case '<': into.Append("&lt;"); break;
                case '>': into.Append("&gt;"); break;
                default: into.Append(c); break;
            }
        }
    }
}
