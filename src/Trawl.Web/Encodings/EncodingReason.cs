namespace Trawl.Web.Encodings;

/// <summary>What decided the encoding of a page, in the order in which it is asked.</summary>
public enum EncodingReason
{
    /// <summary>A byte order mark at the start of the body.</summary>
    ByteOrderMark,

    /// <summary>The <c>charset</c> of the <c>Content-Type</c> field.</summary>
    TransportLabel,

    /// <summary>A <c>meta</c> element in the first 1,024 bytes.</summary>
    MetaElement,

    /// <summary>An XML declaration at the start.</summary>
    XmlDeclaration,

    /// <summary>Nothing was declared, and the body is valid UTF-8.</summary>
    ValidUtf8,

    /// <summary>Nothing was declared, and the body is not UTF-8: windows-1252, the web's habit.</summary>
    Fallback,
}
