using System.Text;

namespace Trawl.Warc.Indexing;

/// <summary>
/// The key that URLs are sorted and looked up by in CDX indexes: the host from its end, so that a domain's pages stand
/// together, then path and sorted query, all in small letters: <c>https://www.Example.com/A?b&amp;a</c> becomes
/// <c>com,example)/a?a&amp;b</c>. There is no standard of it; this spelling is the one that npm's warcio and the players of
/// WACZ files use: a leading <c>www.</c> (or <c>www2.</c>) is dropped, and the port where it is the scheme's own.
/// </summary>
public static class Surt
{
    /// <summary>The key. A URI that is neither http nor https is its own key.</summary>
    public static string Of(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var schemeEnd = SchemeLength(url);
        if (schemeEnd == 0) return url;
        var rest = url.ToLowerInvariant().AsSpan(schemeEnd);
        var fragment = rest.IndexOf('#');
        if (fragment >= 0) rest = rest[..fragment];
        var authorityEnd = rest.IndexOfAny('/', '?', '\\');
        var authority = authorityEnd < 0 ? rest : rest[..authorityEnd];
        var key = new StringBuilder(url.Length + 8);
        AppendHost(key, authority, schemeEnd == "https://".Length);
        AppendPath(key, authorityEnd < 0 ? "" : rest[authorityEnd..]);
        return key.ToString();
    }

    private static int SchemeLength(string url)
    {
        if (url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) return "http://".Length;
        return url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https://".Length : 0;
    }

    private static void AppendHost(StringBuilder key, ReadOnlySpan<char> authority, bool isSecure)
    {
        authority = WithoutWww(authority[(authority.LastIndexOf('@') + 1)..]);
        var colon = authority.LastIndexOf(':');
        var hasPort = colon >= 0 && authority[colon..].IndexOf(']') < 0;
        var host = hasPort ? authority[..colon] : authority;
        while (host.LastIndexOf('.') is var dot && dot >= 0)
        {
            key.Append(host[(dot + 1)..]).Append(',');
            host = host[..dot];
        }

        key.Append(host);
        var port = hasPort ? authority[(colon + 1)..] : "";
        if (!port.IsEmpty && !port.SequenceEqual(isSecure ? "443" : "80")) key.Append(':').Append(port);
        key.Append(')');
    }

    private static ReadOnlySpan<char> WithoutWww(ReadOnlySpan<char> host)
    {
        if (!host.StartsWith("www")) return host;
        var digits = host[3..].IndexOfAnyExceptInRange('0', '9');
        return digits >= 0 && host[3 + digits] == '.' ? host[(4 + digits)..] : host;
    }

    private static void AppendPath(StringBuilder key, ReadOnlySpan<char> rest)
    {
        var mark = rest.IndexOf('?');
        var path = mark < 0 ? rest : rest[..mark];
        key.Append(path.IsEmpty ? "/" : path);
        if (mark < 0 || mark == rest.Length - 1) return;
        var parameters = rest[(mark + 1)..].ToString().Split('&');
        Array.Sort(parameters, StringComparer.Ordinal);
        key.Append('?').AppendJoin('&', parameters);
    }
}
