using System.Buffers;
using System.Collections.Frozen;

namespace Trawl.Fetch.Headers;

/// <summary>What may stand in a request header (RFC 9110 §5), narrowed to what is safe to send.</summary>
internal static class HeaderSyntax
{
    public const string ValueRule =
        "a header value is printable ASCII, blanks and tabs; percent-encode or leave out anything else";

    private static readonly SearchValues<char> s_token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // The connection's own business: a value from outside would desynchronise it or be ignored.
    private static readonly FrozenSet<string> s_reserved = new[]
    {
        "Connection", "Content-Length", "Expect", "HTTP2-Settings", "Keep-Alive", "Proxy-Connection", "TE", "Trailer",
        "Transfer-Encoding", "Upgrade",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string? Problem(string name, string value)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(s_token))
        {
            return $"header name \"{Shown(name)}\": a name is one or more of letters, digits and !#$%&'*+-.^_`|~";
        }

        if (s_reserved.Contains(name))
        {
            return $"header \"{name}\": is set for each connection and cannot be given; remove it";
        }

        return IsValue(value) ? null : $"header \"{name}\": {ValueRule}";
    }

    public static bool IsValue(string value)
    {
        foreach (var c in value)
        {
            if (c is (< ' ' or > '~') and not '\t') return false;
        }

        return true;
    }

    /// <summary>Never shows control characters, nor more than a line has room for.</summary>
    public static string Shown(string text)
    {
        var length = Math.Min(text.Length, 60);
        return string.Create(length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) || char.IsSurrogate(source[i]) ? '?' : source[i];
            }
        });
    }
}
