using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Trawl.Web.Headers;

/// <summary>A <c>Set-Cookie</c> field as a user agent reads it (RFC 6265 §5.2). Immutable.</summary>
/// <remarks>
/// What a cookie is allowed to do (its domain against the host, prefixes) is for the cookie store to decide.
/// </remarks>
public sealed record SetCookie
{
    private const int MaxLength = 4096;

    private SetCookie(string name, string value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The name; never empty.</summary>
    public string Name { get; }

    /// <summary>The value as written, quotes included.</summary>
    public string Value { get; }

    /// <summary>
    /// The <c>Expires</c> attribute; null when absent or no date. <see cref="MaxAge"/> goes before it.
    /// </summary>
    public DateTimeOffset? Expires { get; private init; }

    /// <summary>The <c>Max-Age</c> attribute; zero or less means "delete now"; null when absent.</summary>
    public TimeSpan? MaxAge { get; private init; }

    /// <summary>The <c>Domain</c> attribute in lower case without a leading dot; null means "this host only".</summary>
    public string? Domain { get; private init; }

    /// <summary>The <c>Path</c> attribute; null means the default path of the request.</summary>
    public string? Path { get; private init; }

    /// <summary>The <c>Secure</c> attribute.</summary>
    public bool IsSecure { get; private init; }

    /// <summary>The <c>HttpOnly</c> attribute.</summary>
    public bool IsHttpOnly { get; private init; }

    /// <summary>The <c>SameSite</c> attribute as written; null when absent.</summary>
    public string? SameSite { get; private init; }

    /// <summary>Parses one field; at most 4,096 characters, as browsers allow.</summary>
    /// <param name="value">The field's value; unknown attributes are skipped, of two alike the last counts.</param>
    /// <param name="cookie">The cookie, or null.</param>
    /// <returns>
    /// False when there is no name, or the field holds control characters or is too long. Never throws.
    /// </returns>
    public static bool TryParse(string? value, [NotNullWhen(true)] out SetCookie? cookie)
    {
        cookie = null;
        if (value is null || value.Length > MaxLength || HasControl(value)) return false;
        var text = value.AsSpan();
        var pair = TakePart(ref text);
        int equals = pair.IndexOf('=');
        if (equals < 0 || pair[..equals].Trim(" \t").IsEmpty) return false;

        cookie = new SetCookie(pair[..equals].Trim(" \t").ToString(), pair[(equals + 1)..].Trim(" \t").ToString());
        while (!text.IsEmpty) cookie = cookie.With(TakePart(ref text));
        return true;
    }

    private SetCookie With(ReadOnlySpan<char> attribute)
    {
        int equals = attribute.IndexOf('=');
        var name = (equals < 0 ? attribute : attribute[..equals]).Trim(" \t");
        string value = equals < 0 ? "" : attribute[(equals + 1)..].Trim(" \t").ToString();
        Span<char> lower = stackalloc char[16];
        int length = name.Length > lower.Length ? 0 : name.ToLowerInvariant(lower);
        return lower[..length] switch
        {
            "expires" => CookieDate.TryParse(value, out var date) ? this with { Expires = date } : this,
            "max-age" => TryMaxAge(value, out var age) ? this with { MaxAge = age } : this,
            "domain" => value.Length == 0 ? this : this with { Domain = DomainOf(value) },
            "path" => this with { Path = value.StartsWith('/') ? value : null },
            "secure" => this with { IsSecure = true },
            "httponly" => this with { IsHttpOnly = true },
            "samesite" => this with { SameSite = value },
            _ => this,
        };
    }

    private static string? DomainOf(string value)
    {
        string domain = (value.StartsWith('.') ? value[1..] : value).ToLowerInvariant();
        return domain.Length == 0 ? null : domain;
    }

    private static bool TryMaxAge(string value, out TimeSpan age)
    {
        age = default;
        bool isNegative = value.StartsWith('-');
        var digits = value.AsSpan(isNegative ? 1 : 0);
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9')) return false;
        const int longest = 400 * 24 * 3600;
        bool isRead = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds);
        age = isNegative ? TimeSpan.Zero : TimeSpan.FromSeconds(isRead ? Math.Min(seconds, longest) : longest);
        return true;
    }

    private static ReadOnlySpan<char> TakePart(ref ReadOnlySpan<char> text)
    {
        int end = text.IndexOf(';');
        var part = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return part;
    }

    private static bool HasControl(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
            if (c is (< ' ' and not '\t') or '\x7F') return true;
        return false;
    }
}
