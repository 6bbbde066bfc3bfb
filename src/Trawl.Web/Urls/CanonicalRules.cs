namespace Trawl.Web.Urls;

/// <summary>
/// What <see cref="UrlCanonicalizer"/> may change. The parser has already done what is always safe: lower-case scheme
/// and
/// host, dot segments, the default port. Letter case in the path is never touched.
/// </summary>
public sealed record CanonicalRules
{
    /// <summary>The defaults: drop the fragment, normalise escapes, nothing else.</summary>
    public static CanonicalRules Default { get; } = new();

    /// <summary>Drop <c>#…</c>, which never reaches the server. On by default.</summary>
    public bool DropFragment { get; init; } = true;

    /// <summary>
    /// Write escapes as <c>%2F</c>, not <c>%2f</c>, and <c>%7Eme</c> as <c>~me</c> (RFC 3986 §6.2.2). On by default.
    /// </summary>
    public bool NormalizeEscapes { get; init; } = true;

    /// <summary>
    /// Remove the query parameters whose name matches one of these patterns, in which <c>*</c> stands for any run of
    /// characters: <c>utm_*</c>, <c>sessionid</c>. Letter case counts. Empty by default.
    /// </summary>
    public IReadOnlyList<string> RemoveParameters { get; init; } = [];

    /// <summary>Sort query parameters by name; parameters of one name keep their order. Off by default.</summary>
    public bool SortParameters { get; init; }

    /// <summary>Treat <c>/a?</c> as <c>/a</c>. Off by default: to a server they may differ.</summary>
    public bool DropEmptyQuery { get; init; }

    /// <summary>Treat <c>/a/</c> as <c>/a</c>; the root keeps its slash. Off by default.</summary>
    public bool StripTrailingSlash { get; init; }
}
