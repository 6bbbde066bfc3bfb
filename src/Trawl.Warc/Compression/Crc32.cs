using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Trawl.Warc.Compression;

/// <summary>
/// The CRC of gzip (RFC 1952 §8): by carry-less multiplication where the processor has it, else eight bytes a step. The
/// platform has it in a package only.
/// </summary>
internal static class Crc32
{
    private const int Steps = 8;
    private static readonly uint[] s_table = BuildTable();

    /// <summary>Goes on from a CRC; begin with 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        // Every index is a byte and a table's start: within the array.
        ref var t = ref MemoryMarshal.GetArrayDataReference(s_table);
        crc = ~crc;
        if (bytes.Length >= CarrylessCrc32.Least && CarrylessCrc32.IsSupported)
        {
            crc = CarrylessCrc32.Append(crc, bytes, out var taken);
            bytes = bytes[taken..];
        }

        while (bytes.Length >= Steps)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = At(ref t, 7, (byte)low) ^ At(ref t, 6, (byte)(low >> 8))
                ^ At(ref t, 5, (byte)(low >> 16)) ^ At(ref t, 4, (byte)(low >> 24))
                ^ At(ref t, 3, (byte)high) ^ At(ref t, 2, (byte)(high >> 8))
                ^ At(ref t, 1, (byte)(high >> 16)) ^ At(ref t, 0, (byte)(high >> 24));
            bytes = bytes[Steps..];
        }

        foreach (var b in bytes) crc = At(ref t, 0, (byte)(crc ^ b)) ^ (crc >> 8);
        return ~crc;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint At(ref uint tables, int table, byte index) => Unsafe.Add(ref tables, (table * 256) + index);

    private static uint[] BuildTable()
    {
        var table = new uint[Steps * 256];
        for (uint i = 0; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            table[i] = crc;
        }

        for (var i = 256; i < table.Length; i++) table[i] = table[table[i - 256] & 255] ^ (table[i - 256] >> 8);
        return table;
    }
}
