using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Trawl.Access.Tokens;

/// <summary>
/// Secrets that callers carry: 256 random bits, so that one round of SHA-256 is enough to store them and the stored
/// form is of no use to who reads it.
/// </summary>
internal static class SecretText
{
    private const string Prefix = "trawl_";
    private const int IdLength = 12;
    private const string IdLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static string NewId() => RandomNumberGenerator.GetString(IdLetters, IdLength);

    public static string NewSecret(string id) => $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>The public part of a secret; null when the text is no secret of ours.</summary>
    public static string? IdOf(string secret) =>
        secret.Length > Prefix.Length + IdLength && secret.StartsWith(Prefix, StringComparison.Ordinal)
        && secret[Prefix.Length + IdLength] == '_'
            ? secret.Substring(Prefix.Length, IdLength)
            : null;

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Compares in a time that does not tell where they differ.</summary>
    public static bool Equal(ReadOnlySpan<byte> stored, string given) =>
        CryptographicOperations.FixedTimeEquals(stored, Hash(given));
}
