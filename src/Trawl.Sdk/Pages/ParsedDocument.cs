using System.Text;

namespace Trawl.Sdk.Pages;

/// <summary>What a parser made of a page.</summary>
/// <param name="ContentType">Its content type, with a charset unless it is UTF-8: <c>text/html; charset=utf-8</c>.</param>
/// <param name="Body">Its bytes.</param>
public sealed record ParsedDocument(string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>An HTML document.</summary>
    public static ParsedDocument Html(string text) => new("text/html; charset=utf-8", Encoding.UTF8.GetBytes(text));

    /// <summary>A JSON document.</summary>
    public static ParsedDocument Json(string text) => new("application/json", Encoding.UTF8.GetBytes(text));

    /// <summary>Plain text.</summary>
    public static ParsedDocument Plain(string text) => new("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));
}
