namespace Trawl.Web.Codings;

/// <summary>The content codings that can be decoded (RFC 9110, section 8.4.1; RFC 7932 for <c>br</c>).</summary>
internal enum CodingKind
{
    Unknown,
    Identity,
    Gzip,
    Deflate,
    Brotli,
}
