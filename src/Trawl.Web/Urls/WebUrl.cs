using System.Diagnostics.CodeAnalysis;

namespace Trawl.Web.Urls;

/// <summary>
/// An absolute URL as the WHATWG URL standard parses and serialises it. Immutable; two are equal when their
/// <see cref="Href"/> is equal character for character, fragment included.
/// </summary>
/// <remarks>
/// One string and the offsets of its components. The <c>…Span</c> members do not allocate; the string members
/// cut a new string at each call, except <see cref="Href"/>.
/// Source: https://url.spec.whatwg.org/.
/// </remarks>
public sealed class WebUrl : IEquatable<WebUrl>
{
    private readonly UrlParts _parts;

    internal WebUrl(string href, in UrlParts parts)
    {
        Href = href;
        _parts = parts;
    }

    /// <summary>The whole URL, serialised.</summary>
    public string Href { get; }

    /// <summary>The scheme in lower case, without the colon: <c>https</c>.</summary>
    public string Scheme => _parts.Kind switch
    {
        SchemeKind.Https => "https",
        SchemeKind.Http => "http",
        _ => Href[.._parts.SchemeEnd],
    };

    /// <summary>The percent-encoded user name; empty when there is none.</summary>
    public string Username => UsernameSpan.ToString();

    /// <summary>The percent-encoded password; empty when there is none.</summary>
    public string Password => PasswordSpan.ToString();

    /// <summary>True when a user name or password is present.</summary>
    public bool HasCredentials => _parts.UsernameEnd != _parts.HostStart;

    /// <summary>
    /// The serialised host: a domain in ASCII, an IPv4 address, an IPv6 address in brackets, or an opaque host.
    /// Null when the URL has none; empty for <c>file:///x</c>.
    /// </summary>
    public string? Host => _parts.HasHost ? HostSpan.ToString() : null;

    /// <summary>The port, 0 to 65535; null when absent or the default of the scheme.</summary>
    public int? Port => _parts.Port < 0 ? null : _parts.Port;

    /// <summary>The port a connection would use: <see cref="Port"/>, else the scheme's default, else null.</summary>
    public int? EffectivePort
    {
        get
        {
            int port = _parts.Port >= 0 ? _parts.Port : _parts.Kind.DefaultPort();
            return port < 0 ? null : port;
        }
    }

    /// <summary>The host with <c>:port</c> when the port is not the default; null when there is no host.</summary>
    public string? HostAndPort => _parts.HasHost ? HostAndPortSpan.ToString() : null;

    /// <summary>The path: starts with <c>/</c> for http(s); any text when <see cref="HasOpaquePath"/>.</summary>
    public string Path => PathSpan.ToString();

    /// <summary>The query without its question mark; null when absent, empty for <c>http://a/?</c>.</summary>
    public string? Query => _parts.QueryStart < 0 ? null : QuerySpan.ToString();

    /// <summary>The fragment without its hash sign; null when absent, empty for <c>http://a/#</c>.</summary>
    public string? Fragment => _parts.FragmentStart < 0 ? null : Href[(_parts.FragmentStart + 1)..];

    /// <summary>
    /// The path and, when present, <c>?</c> and the query: what robots.txt rules and request lines see.
    /// </summary>
    public string PathAndQuery => PathAndQuerySpan.ToString();

    /// <summary>
    /// The ASCII serialisation of the origin: <c>scheme://host[:port]</c>, or <c>null</c> (the word) when opaque.
    /// Source: URL standard §4.7.
    /// </summary>
    public string Origin => UrlOrigin.Serialize(this);

    /// <summary>True for <c>http</c> and <c>https</c>.</summary>
    public bool IsHttp => _parts.Kind is SchemeKind.Http or SchemeKind.Https;

    /// <summary>True for <c>https</c>.</summary>
    public bool IsHttps => _parts.Kind == SchemeKind.Https;

    /// <summary>True for URLs such as <c>mailto:a@b</c> whose path is not a list of segments.</summary>
    public bool HasOpaquePath => _parts.HasOpaquePath;

    /// <summary><see cref="Scheme"/>, not copied.</summary>
    public ReadOnlySpan<char> SchemeSpan => Href.AsSpan(0, _parts.SchemeEnd);

    /// <summary><see cref="Host"/>, not copied; empty when there is none.</summary>
    public ReadOnlySpan<char> HostSpan => Href.AsSpan(_parts.HostStart, _parts.HostEnd - _parts.HostStart);

    /// <summary><see cref="HostAndPort"/>, not copied; empty when there is none.</summary>
    public ReadOnlySpan<char> HostAndPortSpan =>
        _parts.Port < 0 ? HostSpan : Href.AsSpan(_parts.HostStart, _parts.PathStart - _parts.HostStart);

    /// <summary><see cref="Path"/>, not copied.</summary>
    public ReadOnlySpan<char> PathSpan => Href.AsSpan(_parts.PathStart, PathEnd - _parts.PathStart);

    /// <summary><see cref="Query"/>, not copied; empty when there is none.</summary>
    public ReadOnlySpan<char> QuerySpan =>
        _parts.QueryStart < 0 ? default : Href.AsSpan(_parts.QueryStart + 1, QueryEnd - _parts.QueryStart - 1);

    /// <summary><see cref="PathAndQuery"/>, not copied.</summary>
    public ReadOnlySpan<char> PathAndQuerySpan => Href.AsSpan(_parts.PathStart, QueryEnd - _parts.PathStart);

    /// <summary><see cref="Href"/> up to the fragment, not copied.</summary>
    public ReadOnlySpan<char> HrefWithoutFragmentSpan => Href.AsSpan(0, QueryEnd);

    internal ref readonly UrlParts Parts => ref _parts;

    internal int PathEnd => _parts.QueryStart >= 0 ? _parts.QueryStart : QueryEnd;

    internal int QueryEnd => _parts.FragmentStart >= 0 ? _parts.FragmentStart : Href.Length;

    internal ReadOnlySpan<char> UsernameSpan =>
        HasCredentials ? Href.AsSpan(_parts.SchemeEnd + 3, _parts.UsernameEnd - _parts.SchemeEnd - 3) : default;

    internal ReadOnlySpan<char> PasswordSpan => HasCredentials && Href[_parts.UsernameEnd] == ':'
        ? Href.AsSpan(_parts.UsernameEnd + 1, _parts.HostStart - _parts.UsernameEnd - 2)
        : default;

    /// <summary>Parses an absolute URL.</summary>
    /// <param name="input">Any text; surrounding blanks, tabs and line breaks are dropped as browsers do.</param>
    /// <param name="url">The URL, or null when the standard calls the input a failure.</param>
    /// <returns>False when the input is no valid absolute URL. Never throws.</returns>
    public static bool TryParse(string? input, [NotNullWhen(true)] out WebUrl? url) => TryParse(input, null, out url);

    /// <summary>Parses a URL, relative ones against <paramref name="baseUrl"/>.</summary>
    /// <param name="input">Any text, such as the value of an <c>href</c> attribute.</param>
    /// <param name="baseUrl">What relative input is resolved against; null to accept absolute URLs only.</param>
    /// <param name="url">The URL, or null when the standard calls the input a failure.</param>
    /// <returns>False when the input is no valid URL. Never throws.</returns>
    public static bool TryParse(string? input, WebUrl? baseUrl, [NotNullWhen(true)] out WebUrl? url)
    {
        url = input is null ? null : FastUrl.TryParse(input, input, baseUrl) ?? UrlParser.Parse(input, baseUrl);
        return url is not null;
    }

    /// <summary>Parses a URL, relative ones against <paramref name="baseUrl"/>.</summary>
    /// <param name="input">Any text, such as the value of an <c>href</c> attribute.</param>
    /// <param name="baseUrl">What relative input is resolved against; null to accept absolute URLs only.</param>
    /// <param name="url">The URL, or null when the standard calls the input a failure.</param>
    /// <returns>False when the input is no valid URL. Never throws.</returns>
    public static bool TryParse(ReadOnlySpan<char> input, WebUrl? baseUrl, [NotNullWhen(true)] out WebUrl? url)
    {
        url = FastUrl.TryParse(input, null, baseUrl) ?? UrlParser.Parse(input, baseUrl);
        return url is not null;
    }

    /// <summary>Parses a URL that the caller knows to be valid.</summary>
    /// <param name="input">The URL.</param>
    /// <param name="baseUrl">What relative input is resolved against.</param>
    /// <returns>The URL.</returns>
    /// <exception cref="FormatException">The input is no valid URL.</exception>
    public static WebUrl Parse(string input, WebUrl? baseUrl = null) =>
        TryParse(input, baseUrl, out var url) ? url : throw new FormatException($"\"{input}\" is not a valid URL.");

    /// <summary>This URL without its fragment; itself when it has none.</summary>
    public WebUrl WithoutFragment()
    {
        if (_parts.FragmentStart < 0) return this;
        var parts = _parts;
        parts.FragmentStart = -1;
        return new WebUrl(HrefWithoutFragmentSpan.ToString(), parts);
    }

    /// <inheritdoc/>
    public bool Equals(WebUrl? other) => other is not null && string.Equals(Href, other.Href, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WebUrl);

    /// <inheritdoc/>
    public override int GetHashCode() => Href.GetHashCode(StringComparison.Ordinal);

    /// <summary><see cref="Href"/>.</summary>
    public override string ToString() => Href;

    /// <summary>Equal <see cref="Href"/>s.</summary>
    public static bool operator ==(WebUrl? left, WebUrl? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Different <see cref="Href"/>s.</summary>
    public static bool operator !=(WebUrl? left, WebUrl? right) => !(left == right);
}
