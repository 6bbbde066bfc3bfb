using System.Buffers.Text;
using System.Security.Cryptography;

namespace Trawl.Warc;

/// <summary>Labelled digests (ISO 28500:2017 §5.8, §5.9): <c>sha1:</c> with Base32 (RFC 4648 §6), others in hexadecimal.</summary>
public static class WarcDigest
{
    private const string Base32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The SHA-1 of the bytes as <c>sha1:BASE32</c>, the habit of CDX indexes.</summary>
    public static string Sha1(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(bytes, hash);
        return LabelSha1(hash);
    }

    /// <summary>The SHA-256 of the bytes as <c>sha256:hex</c>.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return LabelSha256(hash);
    }

    /// <summary>A SHA-1 as <c>sha1:BASE32</c>.</summary>
    /// <param name="hash">Its 20 bytes.</param>
    public static string LabelSha1(ReadOnlySpan<byte> hash) => "sha1:" + Base32(hash);

    internal static string LabelSha256(ReadOnlySpan<byte> hash) => "sha256:" + Convert.ToHexStringLower(hash);

    /// <summary>The algorithm a label names, when this library has it.</summary>
    internal static bool TryAlgorithm(string labelled, out HashAlgorithmName algorithm)
    {
        var colon = labelled.IndexOf(':', StringComparison.Ordinal);
        var label = (colon < 0 ? "" : labelled[..colon]).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        algorithm = label switch
        {
            "md5" => HashAlgorithmName.MD5,
            "sha1" => HashAlgorithmName.SHA1,
            "sha256" => HashAlgorithmName.SHA256,
            "sha384" => HashAlgorithmName.SHA384,
            "sha512" => HashAlgorithmName.SHA512,
            _ => default,
        };
        return algorithm.Name is not null;
    }

    /// <summary>
    /// Whether a labelled digest says this hash: in Base32 or hexadecimal, in any case, or in Base64 of either alphabet
    /// (RFC 4648 §4, §5); padded or not. No standard says which, and all are in use.
    /// </summary>
    internal static bool IsSame(string labelled, ReadOnlySpan<byte> hash)
    {
        var value = labelled.AsSpan(labelled.IndexOf(':', StringComparison.Ordinal) + 1).Trim().TrimEnd('=');
        return value.Equals(Base32(hash), StringComparison.OrdinalIgnoreCase)
            || value.Equals(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase)
            || IsSameBase64(value, hash);
    }

    private static bool IsSameBase64(ReadOnlySpan<char> value, ReadOnlySpan<byte> hash) =>
        value.SequenceEqual(Convert.ToBase64String(hash).AsSpan().TrimEnd('='))
        || value.SequenceEqual(Base64Url.EncodeToString(hash));

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[((bytes.Length * 8) + 4) / 5];
        int bits = 0, held = 0, at = 0;
        foreach (var b in bytes)
        {
            held = (held << 8) | b;
            bits += 8;
            for (; bits >= 5; bits -= 5) text[at++] = Base32Alphabet[(held >> (bits - 5)) & 31];
            held &= (1 << bits) - 1;
        }

        if (bits > 0) text[at] = Base32Alphabet[(held << (5 - bits)) & 31];
        return new string(text);
    }
}
