using System.Buffers;
using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <summary>
/// The HTML parser of the WHATWG standard (13.2), with the scripting flag off: content of <c>noscript</c> is markup.
/// Every input has a tree; nothing throws. All buffers are pooled: dispose the document.
/// </summary>
public static class HtmlParser
{
    /// <summary>Parses a page. The document keeps the string and copies none of its text.</summary>
    public static HtmlDocument Parse(string html, HtmlParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (html.Contains('\r')) return Parse(html.AsSpan(), options);
        var document = new HtmlDocument(html);
        Build(html, document, options);
        return document;
    }

    /// <summary>Parses a page. The document keeps a pooled copy of it.</summary>
    public static HtmlDocument Parse(ReadOnlySpan<char> html, HtmlParserOptions? options = null)
    {
        var source = ArrayPool<char>.Shared.Rent(Math.Max(html.Length, 1));
        int first = html.IndexOf('\r');
        int length = html.Length;
        int[] removed = [];
        int removedCount = 0;
        if (first < 0) html.CopyTo(source);
        else length = LineEnds.Normalize(html, first, source, ref removed, ref removedCount);
        var document = new HtmlDocument(source, length);
        document.SetSourceRemovals(removed, removedCount);
        Build(source.AsSpan(0, length), document, options);
        return document;
    }

    private static void Build(ReadOnlySpan<char> html, HtmlDocument document, HtmlParserOptions? options)
    {
        var builder = new TreeBuilder(html, document, options ?? HtmlParserOptions.Default);
        builder.Run();
        builder.Dispose();
    }
}
