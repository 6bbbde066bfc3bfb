using System.Buffers;

namespace Trawl.Html.Dom;

/// <content>Text of nodes.</content>
public sealed partial class HtmlDocument
{
    /// <summary>
    /// The node's text: of a text or comment node its characters, of anything else those of all text nodes below it in
    /// tree order (DOM standard, textContent). Template contents are not below their template.
    /// </summary>
    public string Text(int node)
    {
        if (Kind(node) is NodeKind.Text or NodeKind.Comment) return new string(Data(node));
        int only = FirstChild(node);
        if (only == None) return "";
        if (NextSibling(only) == None && Kind(only) == NodeKind.Text) return new string(Data(only));
        int length = TextLength(node);
        return length == 0 ? "" : string.Create(length, (Document: this, Node: node), static (target, state) =>
            state.Document.CopyText(state.Node, target));
    }

    /// <summary>Appends <see cref="Text"/> without making a string of it.</summary>
    public void AppendText(int node, IBufferWriter<char> writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Kind(node) is NodeKind.Text or NodeKind.Comment) writer.Write(Data(node));
        for (int next = NextInTree(node, node); next != None; next = NextInTree(next, node))
        {
            if (_nodes[next].Kind == NodeKind.Text) writer.Write(Data(next));
        }
    }

    /// <summary>
    /// <see cref="Text"/> without white space at its ends and with one space for every run of it within. White space is
    /// what Unicode calls so, the no-break spaces included, and the four separators U+001C to U+001F.
    /// </summary>
    public string SquashedText(int node)
    {
        int only = Kind(node) is NodeKind.Text or NodeKind.Comment ? node : FirstChild(node);
        if (only == None) return "";
        if (only == node || (NextSibling(only) == None && Kind(only) == NodeKind.Text)) return Squash(Data(only));
        int length = TextLength(node);
        if (length == 0) return "";
        var buffer = ArrayPool<char>.Shared.Rent(length);
        CopyText(node, buffer);
        string text = Squash(buffer.AsSpan(0, length));
        ArrayPool<char>.Shared.Return(buffer);
        return text;
    }

    private static string Squash(ReadOnlySpan<char> text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(text.Length, 1));
        int length = WhiteSpace.Squash(text, buffer);
        string squashed = new(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return squashed;
    }

    private int TextLength(int node)
    {
        int length = 0;
        for (int next = NextInTree(node, node); next != None; next = NextInTree(next, node))
        {
            if (_nodes[next].Kind == NodeKind.Text) length = checked(length + _nodes[next].Length);
        }

        return length;
    }

    private void CopyText(int node, Span<char> target)
    {
        for (int next = NextInTree(node, node); next != None; next = NextInTree(next, node))
        {
            if (_nodes[next].Kind != NodeKind.Text) continue;
            var data = Data(next);
            data.CopyTo(target);
            target = target[data.Length..];
        }
    }
}
