using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Trawl.Recording.Redacting;

/// <summary>
/// Seals single values, so that they can be written down: <c>abc</c> becomes <c>sealed-…</c>. The same value of the same
/// name becomes the same text; who has the key gets it back. AES in counter mode under a synthetic initialisation
/// vector, as RFC 5297 does, with HMAC-SHA-256 over name and value in place of S2V. Thread-safe.
/// </summary>
public sealed class ValueSeal
{
    /// <summary>Bytes of a key.</summary>
    public const int KeySize = 64;

    private const string Mark = "sealed-";
    private const int VectorSize = 16;
    private readonly byte[] _vectorKey;
    private readonly byte[] _key;

    /// <param name="key">64 random bytes.</param>
    public ValueSeal(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeySize);
        (_vectorKey, _key) = (key[..32].ToArray(), key[32..].ToArray());
    }

    /// <summary>Whether a text may hold sealed values; a look that costs nothing.</summary>
    public static bool MayHold(string text) => text.Contains(Mark, StringComparison.Ordinal);

    /// <summary>The value sealed; one that is empty or sealed already stays as it is.</summary>
    /// <param name="name">What it is the value of.</param>
    /// <param name="value">The value.</param>
    public string Close(string name, string value)
    {
        if (value.Length == 0 || TryOpen(name, value) is not null)
        {
            return value;
        }

        var plain = Encoding.UTF8.GetBytes(value);
        var closed = new byte[VectorSize + plain.Length];
        Vector(name, plain, closed.AsSpan(0, VectorSize));
        Crypt(closed.AsSpan(0, VectorSize), plain, closed.AsSpan(VectorSize));
        return Mark + Base64Url.EncodeToString(closed);
    }

    /// <summary>The value itself; one that is not sealed stays as it is.</summary>
    /// <exception cref="CryptographicException">It was sealed with another key.</exception>
    public string Open(string name, string value) =>
        !value.StartsWith(Mark, StringComparison.Ordinal) ? value
        : TryOpen(name, value) ?? throw new CryptographicException(
            $"The value of \"{name}\" was sealed with another key than this home's. Bring the home's folder \"keys\" back from a copy.");

    private string? TryOpen(string name, string value)
    {
        if (!value.StartsWith(Mark, StringComparison.Ordinal)
            || !Base64Url.IsValid(value.AsSpan(Mark.Length), out var size) || size <= VectorSize)
        {
            return null;
        }

        var closed = Base64Url.DecodeFromChars(value.AsSpan(Mark.Length));
        var plain = new byte[closed.Length - VectorSize];
        Crypt(closed.AsSpan(0, VectorSize), closed.AsSpan(VectorSize), plain);
        Span<byte> vector = stackalloc byte[VectorSize];
        Vector(name, plain, vector);
        return CryptographicOperations.FixedTimeEquals(vector, closed.AsSpan(0, VectorSize)) ? Encoding.UTF8.GetString(plain) : null;
    }

    private void Vector(string name, ReadOnlySpan<byte> plain, Span<byte> vector)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _vectorKey);
        mac.AppendData(Encoding.UTF8.GetBytes(name));
        mac.AppendData("="u8);
        mac.AppendData(plain);
        mac.GetHashAndReset().AsSpan(0, VectorSize).CopyTo(vector);
    }

    /// <summary>AES in counter mode: the same in both directions.</summary>
    private void Crypt(ReadOnlySpan<byte> vector, ReadOnlySpan<byte> from, Span<byte> to)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        Span<byte> counter = stackalloc byte[VectorSize];
        vector.CopyTo(counter);
        Span<byte> stream = stackalloc byte[VectorSize];
        for (var at = 0; at < from.Length; at += VectorSize)
        {
            aes.EncryptEcb(counter, stream, PaddingMode.None);
            for (var i = 0; i < Math.Min(VectorSize, from.Length - at); i++)
            {
                to[at + i] = (byte)(from[at + i] ^ stream[i]);
            }

            Increment(counter);
        }
    }

    private static void Increment(Span<byte> counter)
    {
        for (var i = counter.Length - 1; i >= 0 && ++counter[i] == 0; i--)
        {
            // The carry goes on to the next byte.
        }
    }
}
