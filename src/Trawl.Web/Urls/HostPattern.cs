using System.Diagnostics.CodeAnalysis;

namespace Trawl.Web.Urls;

/// <summary>
/// A pattern of hosts: <c>example.com</c>, <c>*.example.com</c> (every name below it, not itself), <c>host:8080</c>,
/// <c>[::1]:8080</c>, or <c>*</c>. Without a port, every port. Immutable.
/// </summary>
public sealed class HostPattern
{
    private readonly string _host;
    private readonly bool _isBelow;
    private readonly int? _port;

    private HostPattern(string text, string host, bool isBelow, int? port)
    {
        Text = text;
        _host = host;
        _isBelow = isBelow;
        _port = port;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>The only port that is meant; null for every port.</summary>
    public int? Port => _port;

    /// <summary>
    /// Compiles a pattern; names outside ASCII and upper case are brought to the form that URLs hold.
    /// </summary>
    /// <param name="text">The pattern, without scheme and path.</param>
    /// <param name="pattern">The pattern, or null when it is wrong.</param>
    /// <param name="error">What is wrong and where, or null.</param>
    /// <returns>False when the text is no pattern. Never throws.</returns>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out HostPattern? pattern, [NotNullWhen(false)] out PatternError? error)
    {
        (pattern, error) = Parse(text ?? "");
        return pattern is not null;
    }

    /// <summary>Whether the URL's host, and its port if the pattern names one, are meant.</summary>
    public bool IsMatch(WebUrl url)
    {
        if (_port is not null && _port != url.EffectivePort) return false;
        var host = url.HostSpan;
        if (host.IsEmpty) return false;
        if (!_isBelow) return host.SequenceEqual(_host);
        // "*" alone has an empty host; otherwise the host holds the dot before the name.
        return _host.Length == 0 || (host.Length > _host.Length && host.EndsWith(_host));
    }

    /// <summary><see cref="Text"/>.</summary>
    public override string ToString() => Text;

    private static (HostPattern?, PatternError?) Parse(string text)
    {
        int slash = text.IndexOfAny(['/', '?', '#', '@', '\\']);
        if (slash >= 0)
            return (null, new PatternError(slash, $"\"{text}\" is more than a host: keep \"example.com\" or \"host:8080\"."));
        int end = PortColon(text);
        int? port = null;
        if (end < text.Length && !TryPort(text.AsSpan(end + 1), out port))
            return (null,
                new PatternError(end + 1, $"\"{text[(end + 1)..]}\" is no port: write a number from 1 to 65535."));

        string host = text[..end];
        if (host == "*") return (new HostPattern(text, "", true, port), null);
        bool isBelow = host.StartsWith("*.", StringComparison.Ordinal);
        int start = isBelow ? 2 : 0;
        int star = host.IndexOf('*', start);
        if (star >= 0)
            return (null, new PatternError(star, $"\"{text}\": a star stands only first, as in \"*.example.com\"."));
        string? ascii = HostParser.Parse(host.AsSpan(start), true);
        return ascii is null
            ? (null, new PatternError(start, $"\"{host[start..]}\" is no host name or address."))
            : (new HostPattern(text, isBelow ? "." + ascii : ascii, isBelow, port), null);
    }

    private static int PortColon(string text)
    {
        int colon = text.IndexOf(':', text.StartsWith('[') ? Math.Max(text.IndexOf(']'), 0) : 0);
        return colon < 0 ? text.Length : colon;
    }

    private static bool TryPort(ReadOnlySpan<char> digits, out int? port)
    {
        bool isPort = digits.Length is > 0 and < 6 && !digits.ContainsAnyExceptInRange('0', '9');
        port = isPort ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
        return port is > 0 and <= ushort.MaxValue;
    }
}
