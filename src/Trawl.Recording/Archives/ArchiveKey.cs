using System.Globalization;
using System.Security.Cryptography;
using Trawl.Web.Urls;

namespace Trawl.Recording.Archives;

/// <summary>Keys of the index: the canonical URL; for another method than GET that, with the body's hash before it.</summary>
internal static class ArchiveKey
{
    public static string Of(string method, string url, ReadOnlySpan<byte> body) =>
        method == "GET" && body.IsEmpty ? url : Of(method, url, Convert.ToHexStringLower(SHA1.HashData(body)));

    public static string Of(string method, string url, string bodyHash) => $"{method}:{bodyHash}:{url}";

    /// <summary>Where answers are found by what they hold.</summary>
    public static string OfDigest(string digest) => "digest:" + digest;

    /// <summary>The URL in the run's spelling; null when it is none.</summary>
    public static string? Canonical(string url, UrlCanonicalizer canonical) =>
        WebUrl.TryParse(url, out var parsed) && parsed.IsHttp ? canonical.Canonicalize(parsed).Href : null;

    public static string Member(int number) => number.ToString(CultureInfo.InvariantCulture);
}
