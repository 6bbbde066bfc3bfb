using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Trawl.Ipc.Frames;

/// <summary>
/// CRC-32C (Castagnoli, RFC 3720 appendix B.4). It finds bugs and torn writes. It is no protection against an attacker.
/// </summary>
public static class Crc32C
{
    /// <summary>The state before the first byte.</summary>
    public const uint Initial = 0xFFFFFFFF;

    /// <summary>The checksum of <paramref name="data"/>.</summary>
    public static uint Compute(ReadOnlySpan<byte> data) => ~Update(Initial, data);

    /// <summary>Goes on from a state; the checksum is the complement of the last one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Update(uint state, ReadOnlySpan<byte> data) =>
        data.Length >= Crc32CLanes.Threshold ? Crc32CLanes.Update(state, data) : UpdateShort(state, data);

    internal static uint UpdateShort(uint state, ReadOnlySpan<byte> data)
    {
        ref var at = ref MemoryMarshal.GetReference(data);
        var left = data.Length;
        for (; left >= 8; left -= 8, at = ref Unsafe.Add(ref at, 8)) state = BitOperations.Crc32C(state, Unsafe.ReadUnaligned<ulong>(ref at));
        if (left >= 4)
        {
            state = BitOperations.Crc32C(state, Unsafe.ReadUnaligned<uint>(ref at));
            at = ref Unsafe.Add(ref at, 4);
            left -= 4;
        }

        for (; left > 0; left--, at = ref Unsafe.Add(ref at, 1)) state = BitOperations.Crc32C(state, at);
        return state;
    }
}
