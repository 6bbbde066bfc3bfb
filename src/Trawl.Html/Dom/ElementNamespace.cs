namespace Trawl.Html.Dom;

/// <summary>The namespaces an HTML parser creates elements in (Infra standard, section 8).</summary>
public enum ElementNamespace : byte
{
    /// <summary><c>http://www.w3.org/1999/xhtml</c></summary>
    Html,

    /// <summary><c>http://www.w3.org/2000/svg</c></summary>
    Svg,

    /// <summary><c>http://www.w3.org/1998/Math/MathML</c></summary>
    MathMl,
}
