using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Trawl.Model.Ids;

/// <summary>
/// Identity of a request: the first 128 bits of SHA-256 over method, canonical URL and body. Two requests with the
/// same fingerprint are one request; at a billion requests a collision has a chance of about 1 in 10^21.
/// </summary>
/// <param name="High">The first eight bytes, big endian.</param>
/// <param name="Low">The next eight bytes, big endian.</param>
public readonly record struct Fingerprint(ulong High, ulong Low)
{
    /// <summary>Bytes a fingerprint takes in storage.</summary>
    public const int Size = 16;

    /// <summary>Computes the fingerprint of a request.</summary>
    /// <param name="method">HTTP method, upper case.</param>
    /// <param name="canonicalUrl">The URL after canonicalisation.</param>
    /// <param name="body">The request body; empty for none.</param>
    public static Fingerprint Of(string method, string canonicalUrl, ReadOnlySpan<byte> body)
    {
        var length = Encoding.UTF8.GetMaxByteCount(method.Length + canonicalUrl.Length + 2);
        var rented = length <= 1024 ? null : System.Buffers.ArrayPool<byte>.Shared.Rent(length);
        Span<byte> text = rented ?? stackalloc byte[1024];
        var used = Encoding.UTF8.GetBytes(method, text);
        text[used++] = (byte)'\n';
        used += Encoding.UTF8.GetBytes(canonicalUrl, text[used..]);
        var result = body.IsEmpty ? Hash(text[..used]) : HashWithBody(text[..used], body);
        if (rented is not null)
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }

        return result;
    }

    /// <summary>Reads a stored fingerprint.</summary>
    /// <param name="bytes">At least <see cref="Size"/> bytes.</param>
    public static Fingerprint Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    /// <summary>Writes the fingerprint for storage.</summary>
    /// <param name="destination">At least <see cref="Size"/> bytes.</param>
    public void Write(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, High);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], Low);
    }

    /// <summary>The stored form as an array of its own.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        Write(bytes);
        return bytes;
    }

    /// <summary>32 lower-case hex digits.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";

    private static Fingerprint Hash(ReadOnlySpan<byte> text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, digest);
        return Read(digest);
    }

    private static Fingerprint HashWithBody(ReadOnlySpan<byte> text, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(text);
        hash.AppendData("\n"u8);
        hash.AppendData(body);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Read(digest);
    }
}
