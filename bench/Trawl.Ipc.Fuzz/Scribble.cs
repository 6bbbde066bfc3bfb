using System.Buffers.Binary;

namespace Trawl.Ipc.Fuzz;

/// <summary>One random write: a bit, a byte, an aligned word, a value that lies near a limit.</summary>
internal static class Scribble
{
    private static readonly long[] s_edges =
    [
        0, 1, 7, 8, 23, 24, 25, 32, -1, -8, 4095, 4096, 4104, 16_383, 16_384, 16_392, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue,
    ];

    public static void Once(Span<byte> memory, Random random)
    {
        var at = random.Next(memory.Length);
        switch (random.Next(5))
        {
            case 0: memory[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: memory[at] = (byte)random.Next(256); break;
            case 2: BinaryPrimitives.WriteInt64LittleEndian(memory[(Math.Min(at, memory.Length - 8) & ~7)..], random.NextInt64()); break;
            case 3: BinaryPrimitives.WriteInt64LittleEndian(memory[(Math.Min(at, memory.Length - 8) & ~7)..], s_edges[random.Next(s_edges.Length)]); break;
            default: BinaryPrimitives.WriteInt32LittleEndian(memory[(Math.Min(at, memory.Length - 4) & ~3)..], (int)s_edges[random.Next(s_edges.Length)]); break;
        }
    }
}
