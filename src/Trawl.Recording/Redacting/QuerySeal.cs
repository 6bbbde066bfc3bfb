using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Trawl.Recording.Redacting;

/// <summary>
/// Seals values of query parameters, so that a run can be written down without them: <c>token=abc</c> becomes
/// <c>token=sealed-…</c>. Equal values become equal texts, so URLs stay comparable; who has the key gets the value back.
/// AES in counter mode under a synthetic initialisation vector, as RFC 5297 does, with HMAC-SHA-256 over name and value
/// in place of S2V. A value that is sealed stays as it is.
/// </summary>
public sealed class QuerySeal
{
    /// <summary>Bytes of a key.</summary>
    public const int KeySize = 64;

    private const string Mark = "sealed-";
    private const int VectorSize = 16;

    // What ends a value in a URL; in the text of a header field also what ends a URL there.
    private static readonly SearchValues<char> s_endOfValue = SearchValues.Create("&#");
    private static readonly SearchValues<char> s_endInText = SearchValues.Create("&#\"<> \t\r\n");

    private readonly byte[] _vectorKey;
    private readonly byte[] _key;
    private readonly string[] _names;

    /// <param name="key">64 random bytes.</param>
    /// <param name="names">Names of the parameters, as they stand in URLs.</param>
    public QuerySeal(ReadOnlySpan<byte> key, IEnumerable<string> names)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeySize);
        (_vectorKey, _key) = (key[..32].ToArray(), key[32..].ToArray());
        _names = [.. names];
    }

    /// <summary>The URL with the named values sealed.</summary>
    public string Seal(string url) => Rewrite(url, s_endOfValue, Close);

    /// <summary>The URL as it is sent.</summary>
    /// <exception cref="CryptographicException">A value was sealed with another key, or changed.</exception>
    public string Open(string url) => url.Contains(Mark, StringComparison.Ordinal) ? Rewrite(url, s_endOfValue, OpenValue) : url;

    /// <summary>A head with the named values sealed, wherever a URL stands in it.</summary>
    internal ReadOnlySpan<byte> SealText(ReadOnlySpan<byte> head) =>
        Encoding.Latin1.GetBytes(Rewrite(Encoding.Latin1.GetString(head), s_endInText, Close));

    private string Rewrite(string text, SearchValues<char> ends, Func<string, string, string> change)
    {
        foreach (var name in _names)
        {
            text = Rewrite(text, name, ends, change);
        }

        return text;
    }

    private static string Rewrite(string text, string name, SearchValues<char> ends, Func<string, string, string> change)
    {
        StringBuilder? changed = null;
        var done = 0;
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.Ordinal)) >= 0; at += name.Length)
        {
            var value = at + name.Length + 1;
            if (at == 0 || text[at - 1] is not ('?' or '&') || value > text.Length || text[value - 1] != '=')
            {
                continue;
            }

            var length = text.AsSpan(value).IndexOfAny(ends) is >= 0 and var end ? end : text.Length - value;
            (changed ??= new StringBuilder()).Append(text, done, value - done).Append(change(name, text.Substring(value, length)));
            done = value + length;
        }

        return changed is null ? text : changed.Append(text, done, text.Length - done).ToString();
    }

    private string Close(string name, string value)
    {
        if (value.Length == 0 || IsSealed(name, value))
        {
            return value;
        }

        var plain = Encoding.UTF8.GetBytes(value);
        var closed = new byte[VectorSize + plain.Length];
        Vector(name, plain, closed.AsSpan(0, VectorSize));
        Crypt(closed.AsSpan(0, VectorSize), plain, closed.AsSpan(VectorSize));
        return Mark + Base64Url.EncodeToString(closed);
    }

    private string OpenValue(string name, string value) =>
        !value.StartsWith(Mark, StringComparison.Ordinal) ? value
        : TryOpen(name, value) ?? throw new CryptographicException(
            $"The value of query parameter \"{name}\" was sealed with another key than this home's. Restore the home's folder \"keys\".");

    /// <summary>Whether it is one of ours, and not a value that only looks so.</summary>
    private bool IsSealed(string name, string value) =>
        value.StartsWith(Mark, StringComparison.Ordinal) && TryOpen(name, value) is not null;

    private string? TryOpen(string name, string value)
    {
        var text = value.AsSpan(Mark.Length);
        if (!Base64Url.IsValid(text, out var size) || size <= VectorSize)
        {
            return null;
        }

        var closed = Base64Url.DecodeFromChars(text);
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

            for (var i = VectorSize - 1; i >= 0 && ++counter[i] == 0; i--)
            {
            }
        }
    }
}
