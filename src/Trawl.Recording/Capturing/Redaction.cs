using System.Collections.Frozen;

namespace Trawl.Recording.Capturing;

/// <summary>Header fields whose values are not written down: what proves who somebody is.</summary>
public sealed class Redaction
{
    /// <summary>What stands in place of a value.</summary>
    public const string Mark = "[redacted]";

    private static readonly string[] s_always = ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"];
    private readonly FrozenSet<string> _headers;

    /// <param name="headers">Names beyond those that are always left out; case does not matter.</param>
    public Redaction(IEnumerable<string> headers) =>
        _headers = s_always.Concat(headers).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Authorization, Proxy-Authorization, Cookie and Set-Cookie.</summary>
    public static Redaction Default { get; } = new([]);

    /// <summary>The value as it may be written.</summary>
    public string Value(string header, string value) => _headers.Contains(header) ? Mark : value;
}
