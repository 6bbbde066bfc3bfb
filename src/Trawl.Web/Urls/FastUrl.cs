using System.Buffers;

namespace Trawl.Web.Urls;

/// <summary>
/// The links that nearly all pages hold: absolute http(s) URLs and relative ones that need no encoding, no IDNA and
/// no dots inside the path. Answers null for anything else, which then goes to <see cref="UrlParser"/>.
/// </summary>
/// <remarks>Whatever this answers must equal the parser's answer; a test compares the two on mutated links.</remarks>
internal static class FastUrl
{
    private const string AlphaNumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> HostClean = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789-._");
    private static readonly SearchValues<char> PathClean = SearchValues.Create(AlphaNumeric + "-._~!$&'()*+,;=:@/%[]|");
    private static readonly SearchValues<char> QueryClean = SearchValues.Create(
        AlphaNumeric + "-._~!$&()*+,;=:@/%[]|?\\^`{}");
    private static readonly SearchValues<char> FragmentClean = SearchValues.Create(
        AlphaNumeric + "-._~!$&'()*+,;=:@/%[]|?\\^{}#");

    /// <param name="input">The text to parse.</param>
    /// <param name="whole">
    /// The string that the text is all of, to be kept rather than copied; null when there is none.
    /// </param>
    /// <param name="baseUrl">What relative input is resolved against.</param>
    public static WebUrl? TryParse(ReadOnlySpan<char> input, string? whole, WebUrl? baseUrl)
    {
        if (input.StartsWith("https://")) return TryAbsolute(input, whole, SchemeKind.Https, 5);
        if (input.StartsWith("http://")) return TryAbsolute(input, whole, SchemeKind.Http, 4);
        return baseUrl is { IsHttp: true } && !input.IsEmpty ? TryRelative(input, baseUrl) : null;
    }

    private static WebUrl? TryAbsolute(ReadOnlySpan<char> input, string? whole, SchemeKind kind, int schemeEnd)
    {
        int start = schemeEnd + 3;
        int hostLength = RunLength(input[start..], HostClean);
        if (!IsPlainDomain(input.Slice(start, hostLength))) return null;
        var parts = new UrlParts
        {
            SchemeEnd = schemeEnd, UsernameEnd = start, HostStart = start, HostEnd = start + hostLength,
            Port = -1, Kind = kind, HasHost = true,
        };

        if (!TryPort(input, ref parts) || !TryTail(input[parts.PathStart..], ref parts)) return null;
        bool hasPath = parts.PathStart < input.Length && input[parts.PathStart] == '/';
        if (hasPath) return new WebUrl(whole ?? input.ToString(), parts);
        if (parts.QueryStart >= 0) parts.QueryStart++;
        if (parts.FragmentStart >= 0) parts.FragmentStart++;
        return new WebUrl(string.Concat(input[..parts.PathStart], "/", input[parts.PathStart..]), parts);
    }

    private static bool IsPlainDomain(ReadOnlySpan<char> host)
    {
        if (host.IsEmpty || host[^1] == '.' || host.Contains("xn--", StringComparison.Ordinal)) return false;
        // A last label that begins with a digit may be a number, and the host then an IPv4 address.
        return !char.IsAsciiDigit(host[host.LastIndexOf('.') + 1]);
    }

    /// <summary>Reads the port, if any, and sets where the path starts; false for what is unusual or wrong.</summary>
    private static bool TryPort(ReadOnlySpan<char> input, ref UrlParts parts)
    {
        int at = parts.HostEnd;
        parts.PathStart = at;
        if (at == input.Length || input[at] is '/' or '?' or '#') return true;
        if (input[at++] != ':' || at == input.Length || input[at] == '0') return false;

        int port = 0;
        int end = at;
        while (end < input.Length && end - at < 5 && char.IsAsciiDigit(input[end]))
            port = (port * 10) + input[end++] - '0';
        if (end == at || port > ushort.MaxValue || port == parts.Kind.DefaultPort()) return false;
        parts.Port = port;
        parts.PathStart = end;
        return end == input.Length || input[end] is '/' or '?' or '#';
    }

    private static WebUrl? TryRelative(ReadOnlySpan<char> input, WebUrl baseUrl)
    {
        var href = baseUrl.Href.AsSpan();
        var parts = baseUrl.Parts;
        switch (input[0])
        {
            case '#':
                return RunLength(input, FragmentClean) == input.Length
                    ? Join(href[..baseUrl.QueryEnd], input, parts, parts.QueryStart, baseUrl.QueryEnd)
                    : null;
            case '?':
                return JoinTail(href[..baseUrl.PathEnd], input, parts);
            case '/':
                return input.Length > 1 && input[1] is '/' or '\\'
                    ? null : JoinTail(href[..parts.PathStart], input, parts);
        }

        int folderEnd = href[..baseUrl.PathEnd].LastIndexOf('/') + 1;
        TakeLeadingDots(ref input, href, parts.PathStart, ref folderEnd);
        int delimiter = input.IndexOfAny(":/?#");
        // A colon in the first segment may end a scheme; dots that are left need the parser.
        if (input.StartsWith('.') || (delimiter >= 0 && input[delimiter] == ':')) return null;
        return input.IsEmpty || input[0] is '?' or '#' ? null : JoinTail(href[..folderEnd], input, parts);
    }

    private static void TakeLeadingDots(
        ref ReadOnlySpan<char> input, ReadOnlySpan<char> href, int pathStart, ref int folderEnd)
    {
        while (input.StartsWith("./")) input = input[2..];
        while (input.StartsWith("../"))
        {
            if (folderEnd > pathStart + 1) folderEnd = href[..(folderEnd - 1)].LastIndexOf('/') + 1;
            input = input[3..];
        }
    }

    private static WebUrl? JoinTail(ReadOnlySpan<char> prefix, ReadOnlySpan<char> tail, UrlParts parts)
    {
        var found = default(UrlParts);
        if (!TryTail(tail, ref found)) return null;
        int query = found.QueryStart < 0 ? -1 : prefix.Length + found.QueryStart;
        int fragment = found.FragmentStart < 0 ? -1 : prefix.Length + found.FragmentStart;
        return Join(prefix, tail, parts, query, fragment);
    }

    private static WebUrl Join(
        ReadOnlySpan<char> prefix, ReadOnlySpan<char> tail, UrlParts parts, int query, int fragment)
    {
        parts.QueryStart = query;
        parts.FragmentStart = fragment;
        return new WebUrl(string.Concat(prefix, tail), parts);
    }

    /// <summary>
    /// Finds query and fragment in <c>path?query#fragment</c>; false unless each part is clean as it stands.
    /// </summary>
    /// <remarks>
    /// The offsets count from the start of the whole URL: <paramref name="parts"/> says where the path starts.
    /// </remarks>
    private static bool TryTail(ReadOnlySpan<char> tail, ref UrlParts parts)
    {
        parts.QueryStart = parts.FragmentStart = -1;
        int at = RunLength(tail, PathClean);
        if (HasDotSegment(tail[..at])) return false;
        if (at < tail.Length && tail[at] == '?')
        {
            parts.QueryStart = parts.PathStart + at;
            at += 1 + RunLength(tail[(at + 1)..], QueryClean);
        }

        if (at < tail.Length && tail[at] == '#')
        {
            parts.FragmentStart = parts.PathStart + at;
            at += RunLength(tail[at..], FragmentClean);
        }

        return at == tail.Length;
    }

    /// <summary>May say yes to a path without one: those just take the longer way.</summary>
    private static bool HasDotSegment(ReadOnlySpan<char> path) =>
        path.Contains("/.", StringComparison.Ordinal) || path.Contains("%2", StringComparison.Ordinal)
            && path.Contains("%2e", StringComparison.OrdinalIgnoreCase);

    private static int RunLength(ReadOnlySpan<char> text, SearchValues<char> clean)
    {
        int length = text.IndexOfAnyExcept(clean);
        return length < 0 ? text.Length : length;
    }
}
