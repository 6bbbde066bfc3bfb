using System.Numerics;

namespace Trawl.Ipc.Frames;

/// <summary>What a state becomes when a fixed number of zero bytes follow: a linear map, kept as four tables of 256.</summary>
internal sealed class Crc32CShift
{
    private readonly uint[] _tables = new uint[4 * 256];

    public Crc32CShift(int zeroBytes)
    {
        for (var table = 0; table < 4; table++)
            for (var value = 1; value < 256; value++)
                _tables[(table * 256) + value] = OfEachBit((uint)value << (8 * table), zeroBytes, table, value);
    }

    public uint Apply(uint state) =>
        _tables[state & 0xFF] ^ _tables[256 + ((state >> 8) & 0xFF)] ^ _tables[512 + ((state >> 16) & 0xFF)] ^ _tables[768 + (state >> 24)];

    // A value with more than one bit is the sum of two values that are already known: only 32 long ways are walked.
    private uint OfEachBit(uint state, int zeroBytes, int table, int value)
    {
        var lowest = value & -value;
        if (lowest != value) return _tables[(table * 256) + lowest] ^ _tables[(table * 256) + (value ^ lowest)];
        for (var i = 0; i < zeroBytes; i += 8) state = BitOperations.Crc32C(state, 0UL);
        return state;
    }
}
