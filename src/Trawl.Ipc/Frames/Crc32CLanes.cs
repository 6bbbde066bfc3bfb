using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Trawl.Ipc.Frames;

/// <summary>
/// Three blocks at a time: the processor's instruction takes three cycles and can begin one each cycle. The three states
/// are then joined by moving the earlier ones over the zeros that the later blocks stand for.
/// </summary>
internal static class Crc32CLanes
{
    /// <summary>Shorter data is not worth the joins.</summary>
    public const int Threshold = 3 * SmallBlock;

    private const int SmallBlock = 128;
    private const int LargeBlock = 2048;
    private static readonly Crc32CShift s_overSmall = new(SmallBlock);
    private static readonly Crc32CShift s_overLarge = new(LargeBlock);

    public static uint Update(uint state, ReadOnlySpan<byte> data)
    {
        for (; data.Length >= 3 * LargeBlock; data = data[(3 * LargeBlock)..]) state = Three(state, data, LargeBlock, s_overLarge);
        for (; data.Length >= 3 * SmallBlock; data = data[(3 * SmallBlock)..]) state = Three(state, data, SmallBlock, s_overSmall);
        return Crc32C.UpdateShort(state, data);
    }

    private static uint Three(uint first, ReadOnlySpan<byte> data, int block, Crc32CShift over)
    {
        uint second = 0, third = 0;
        ref var at = ref MemoryMarshal.GetReference(data);
        for (var i = 0; i < block; i += 8)
        {
            first = BitOperations.Crc32C(first, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, i)));
            second = BitOperations.Crc32C(second, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, i + block)));
            third = BitOperations.Crc32C(third, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, i + (2 * block))));
        }

        return over.Apply(over.Apply(first) ^ second) ^ third;
    }
}
