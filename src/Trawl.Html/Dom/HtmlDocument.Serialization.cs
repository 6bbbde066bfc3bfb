using System.Buffers;

namespace Trawl.Html.Dom;

/// <content>Serialising HTML fragments (HTML standard, 13.3). No recursion: a tree may be deep.</content>
public sealed partial class HtmlDocument
{
    private static readonly SearchValues<char> s_textEscapes = SearchValues.Create("&\u00A0<>");
    private static readonly SearchValues<char> s_valueEscapes = SearchValues.Create("&\u00A0<>\"");

    /// <summary>Writes a node and what is below it as HTML.</summary>
    public void WriteOuterHtml(int node, IBufferWriter<char> writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Kind(node) is NodeKind.Document or NodeKind.TemplateContent) WriteInnerHtml(node, writer);
        else WriteTree(node, node, writer);
    }

    /// <summary>Writes what is below a node as HTML; of a template its content.</summary>
    public void WriteInnerHtml(int node, IBufferWriter<char> writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        int content = TemplateContent(node);
        int parent = content == None ? node : content;
        for (int child = FirstChild(parent); child != None; child = NextSibling(child)) WriteTree(child, child, writer);
    }

    /// <summary><see cref="WriteOuterHtml"/> as a string.</summary>
    public string OuterHtml(int node)
    {
        var writer = new ArrayBufferWriter<char>();
        WriteOuterHtml(node, writer);
        return new string(writer.WrittenSpan);
    }

    /// <summary><see cref="WriteInnerHtml"/> as a string.</summary>
    public string InnerHtml(int node)
    {
        var writer = new ArrayBufferWriter<char>();
        WriteInnerHtml(node, writer);
        return new string(writer.WrittenSpan);
    }

    private void WriteTree(int node, int root, IBufferWriter<char> writer)
    {
        while (true)
        {
            WriteStart(node, writer);
            int child = ChildToWrite(node);
            if (child != None)
            {
                node = child;
                continue;
            }

            WriteEnd(node, writer);
            while (node != root && NextSibling(node) == None)
            {
                node = ParentWritten(node);
                WriteEnd(node, writer);
            }

            if (node == root) return;
            node = NextSibling(node);
        }
    }

    private int ChildToWrite(int node)
    {
        if (IsVoid(node)) return None;
        int content = TemplateContent(node);
        return FirstChild(content == None ? node : content);
    }

    private int ParentWritten(int node)
    {
        int parent = Parent(node);
        return Kind(parent) == NodeKind.TemplateContent ? Parent(parent) : parent;
    }

    private void WriteStart(int node, IBufferWriter<char> writer)
    {
        switch (Kind(node))
        {
            case NodeKind.Element:
                WriteStartTag(node, writer);
                break;
            case NodeKind.Text when IsRawText(Parent(node)):
                writer.Write(Data(node));
                break;
            case NodeKind.Text:
                WriteEscaped(Data(node), s_textEscapes, writer);
                break;
            case NodeKind.Comment:
                writer.Write("<!--");
                writer.Write(Data(node));
                writer.Write("-->");
                break;
            case NodeKind.Doctype:
                writer.Write("<!DOCTYPE ");
                writer.Write(Data(node));
                writer.Write(">");
                break;
        }
    }

    private void WriteStartTag(int node, IBufferWriter<char> writer)
    {
        writer.Write("<");
        writer.Write(LocalName(node));
        for (int i = 0; i < AttributeCount(node); i++)
        {
            var value = AttributeAt(node, i, out int name);
            writer.Write(" ");
            writer.Write(NameText(name));
            writer.Write("=\"");
            WriteEscaped(value, s_valueEscapes, writer);
            writer.Write("\"");
        }

        writer.Write(">");
    }

    private void WriteEnd(int node, IBufferWriter<char> writer)
    {
        if (Kind(node) != NodeKind.Element || IsVoid(node)) return;
        writer.Write("</");
        writer.Write(LocalName(node));
        writer.Write(">");
    }

    private bool IsVoid(int node) =>
        Kind(node) == NodeKind.Element && Namespace(node) == ElementNamespace.Html && NameId(node) is
            KnownName.Area or KnownName.Base or KnownName.Basefont or KnownName.Bgsound or KnownName.Br or KnownName.Col or
            KnownName.Embed or KnownName.Frame or KnownName.Hr or KnownName.Img or KnownName.Input or KnownName.Keygen or
            KnownName.Link or KnownName.Meta or KnownName.Param or KnownName.Source or KnownName.Track or KnownName.Wbr;

    private bool IsRawText(int node) =>
        node != None && Kind(node) == NodeKind.Element && Namespace(node) == ElementNamespace.Html && NameId(node) is
            KnownName.Style or KnownName.Script or KnownName.Xmp or KnownName.Iframe or KnownName.Noembed or
            KnownName.Noframes or KnownName.Plaintext;

    private static void WriteEscaped(ReadOnlySpan<char> text, SearchValues<char> escapes, IBufferWriter<char> writer)
    {
        while (true)
        {
            int index = text.IndexOfAny(escapes);
            if (index < 0) break;
            writer.Write(text[..index]);
            writer.Write(text[index] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&nbsp;",
            });
            text = text[(index + 1)..];
        }

        writer.Write(text);
    }
}
