using System.Text;
using Trawl.Html.Dom;

namespace Trawl.Html.Tests.Parsing;

/// <summary>A document in the notation of html5lib-tests.</summary>
internal static class TreeDump
{
    public static string Of(HtmlDocument document)
    {
        var text = new StringBuilder();
        int depth = 0;
        var stack = new Stack<(int Node, int Depth)>();
        PushChildren(document, HtmlDocument.Root, depth, stack);
        while (stack.TryPop(out var next))
        {
            Write(document, next.Node, next.Depth, text);
            PushChildren(document, next.Node, next.Depth + 1, stack);
            int content = document.TemplateContent(next.Node);
            if (content != HtmlDocument.None) stack.Push((content, next.Depth + 1));
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void PushChildren(HtmlDocument document, int node, int depth, Stack<(int Node, int Depth)> stack)
    {
        for (int child = document.LastChild(node); child != HtmlDocument.None; child = document.PreviousSibling(child))
        {
            stack.Push((child, depth));
        }
    }

    private static void Write(HtmlDocument document, int node, int depth, StringBuilder text)
    {
        string indent = "| " + new string(' ', depth * 2);
        text.Append(indent);
        switch (document.Kind(node))
        {
            case NodeKind.Doctype: WriteDoctype(document, node, text); break;
            case NodeKind.Text: text.Append('"').Append(document.Data(node)).Append("\"\n"); break;
            case NodeKind.Comment: text.Append("<!-- ").Append(document.Data(node)).Append(" -->\n"); break;
            case NodeKind.TemplateContent: text.Append("content\n"); break;
            default: WriteElement(document, node, indent, text); break;
        }
    }

    private static void WriteDoctype(HtmlDocument document, int node, StringBuilder text)
    {
        text.Append("<!DOCTYPE ").Append(document.Data(node));
        bool hasIds = document.Attributes[document.Nodes[node].Start + 1].ValueLength >= 0 ||
            document.Attributes[document.Nodes[node].Start + 2].ValueLength >= 0;
        if (hasIds)
        {
            text.Append(" \"").Append(document.DoctypePublicId(node)).Append("\" \"")
                .Append(document.DoctypeSystemId(node)).Append('"');
        }

        text.Append(">\n");
    }

    private static void WriteElement(HtmlDocument document, int node, string indent, StringBuilder text)
    {
        var space = document.Namespace(node);
        string prefix = space switch { ElementNamespace.Svg => "svg ", ElementNamespace.MathMl => "math ", _ => "" };
        text.Append('<').Append(prefix).Append(document.LocalName(node)).Append(">\n");
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < document.AttributeCount(node); i++)
        {
            string value = document.AttributeAt(node, i, out int name).ToString();
            string key = document.NameText(name);
            if (space != ElementNamespace.Html && key is "xmlns:xlink" or "xml:lang" or "xml:space" ||
                (space != ElementNamespace.Html && key.StartsWith("xlink:", StringComparison.Ordinal) &&
                 NameTable.Find(key) >= 0)) key = key.Replace(':', ' ');
            attributes.Add(key, value);
        }

        foreach (var (key, value) in attributes) text.Append(indent).Append("  ").Append(key).Append("=\"").Append(value).Append("\"\n");
    }
}
