using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Trawl.Access.Audit;

/// <summary>
/// The chain: SHA-256 over the hash before, then number and time as 64-bit little-endian integers, then each text as its
/// length in bytes (32-bit little-endian) and its UTF-8 bytes. The hash before the first is 32 zero bytes.
/// </summary>
internal static class AuditHash
{
    public static byte[] First => new byte[32];

    public static byte[] Of(ReadOnlySpan<byte> before, AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        Add(hash, entry.Sequence);
        Add(hash, entry.At.ToUnixTimeMilliseconds());
        foreach (var text in (string[])
            [entry.Actor, entry.Means, entry.Action, entry.Target, entry.Outcome, entry.Detail, entry.Correlation])
        {
            Add(hash, text);
        }

        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
