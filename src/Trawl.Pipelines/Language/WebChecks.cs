using System.Text.RegularExpressions;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Values;
using Trawl.Web.Urls;

namespace Trawl.Pipelines.Language;

/// <summary>Checks URLs, patterns, headers and what else belongs to the web.</summary>
internal static class WebChecks
{
    /// <summary>Headers that the fetcher owns.</summary>
    private static readonly HashSet<string> _owned = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Content-Length", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Keep-Alive",
        "Proxy-Connection", "Proxy-Authorization", "Accept-Encoding", "Expect",
    };

    public static Fault? Url(string text)
    {
        if (!WebUrl.TryParse(text, out var url)) return new Fault(
            Rules.BadUrl, $"\"{text}\" is not an absolute URL.", HttpsFix(text));
        if (!url.IsHttp) return new Fault(Rules.BadUrl, $"\"{text}\" is neither http nor https.");
        return url.HasCredentials
            ? new Fault(Rules.BadUrl, $"\"{text}\" holds a user name or password.",
                "Send it as a header: headers: { Authorization: \"${env:…}\" }.")
            : null;
    }

    /// <summary>A URL of a tool server: what holds for http and https holds for ws and wss.</summary>
    public static Fault? ToolUrl(string text)
    {
        bool isSocket = text.StartsWith("ws:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("wss:", StringComparison.OrdinalIgnoreCase);
        if (Url(isSocket ? "http" + text[2..] : text) is not { } fault) return null;
        return isSocket ? fault with { Message = $"\"{text}\" is not an absolute ws or wss URL.", Fix = null } : fault;
    }

    public static Fault? StartUrl(string text)
    {
        var urls = UrlRange.Expand(text);
        return urls is null
            ? new Fault(Rules.BadRange,
            FormattableString.Invariant($"\"{text}\" makes more than {UrlRange.MaxUrls:N0} URLs.")) : Url(urls[0]);
    }

    public static Fault? Pattern(string text) =>
        UrlPattern.TryParse(text, out _, out var error) ? null
            : new Fault(Rules.BadUrlPattern, error.Message, null, error.Position);

    public static Fault? Host(string text)
    {
        if (WebUrl.TryParse(text, out var url) && url.IsHttp)
            return new Fault(Rules.BadHost, $"\"{text}\" is a URL, not a host.", $"Write \"{url.HostAndPort}\".");
        return HostPattern.TryParse(text, out _, out var error) ? null
            : new Fault(Rules.BadHost, error.Message, null, error.Position);
    }

    public static Fault? HeaderName(string text)
    {
        if (text.Length == 0 || !text.All(IsToken)) return new Fault(
            Rules.BadHeader, $"\"{text}\" is not the name of a header.");
        if (_owned.Contains(text)) return new Fault(
            Rules.BadHeader, $"\"{text}\" is set by the fetcher.", "Remove it.");
        return text.Equals("User-Agent", StringComparison.OrdinalIgnoreCase)
            ? new Fault(Rules.BadHeader, $"\"{text}\" has a key of its own.", "Write fetch: { userAgent: … }.")
            : null;
    }

    /// <summary>Visible ASCII, blanks and tabs: what RFC 9110 lets a sender write in a field value.</summary>
    public static Fault? HeaderValue(string text)
    {
        for (int i = 0; i < text.Length; i++)
            if (text[i] is not ('\t' or (>= ' ' and <= '~')))
                return new Fault(
                    Rules.BadHeader, "The header's value holds a character that HTTP does not allow.", null, i);
        return null;
    }

    public static Fault? ContentType(string text)
    {
        bool isType =
            Regex.IsMatch(text, "^[a-zA-Z0-9!#$&^_.+-]+/([*]|[a-zA-Z0-9!#$&^_.+-]+)$", RegexOptions.NonBacktracking);
        return isType ? null : new Fault(Rules.BadContentType, $"\"{text}\" is not a content type.");
    }

    public static Fault? Contact(string text)
    {
        if (HeaderValue(text) is { } fault) return fault;
        bool isMail = text.IndexOf('@') > 0 && !text.EndsWith('@') && !text.AsSpan().ContainsAny(" <>();");
        return isMail || Url(text) is null ? null
            : new Fault(Rules.BadContact, $"\"{text}\" is neither an e-mail address nor a URL.");
    }

    public static Fault? Template(string text)
    {
        if (!text.Contains("{value}", StringComparison.Ordinal)) return new Fault(
            Rules.BadTemplate, $"\"{text}\" does not hold \"{{value}}\".");
        return Url(text.Replace("{value}", "x", StringComparison.Ordinal)) is { } fault
            ? fault with { Rule = Rules.BadTemplate } : null;
    }

    private static bool IsToken(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c);

    private static string? HttpsFix(string text) =>
        !text.Contains("://", StringComparison.Ordinal) && WebUrl.TryParse("https://" + text, out var url)
            && url.Host!.Contains('.')
            ? $"Write \"https://{text}\"."
            : null;
}
