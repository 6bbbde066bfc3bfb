using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Trawl.Warc.Compression;

/// <summary>
/// The CRC of gzip by carry-less multiplication, 64 bytes a step: V. Gopal et al., "Fast CRC Computation for Generic
/// Polynomials Using PCLMULQDQ Instruction", Intel, 2009. The constants are powers of x modulo the polynomial, bits
/// reflected.
/// </summary>
internal static class CarrylessCrc32
{
    /// <summary>Fewer bytes than this are not worth it.</summary>
    public const int Least = 64;

    private const int Lane = 16;

    public static bool IsSupported => Pclmulqdq.IsSupported && Sse2.IsSupported;

    /// <summary>Takes as many whole lanes as there are; the state is the inverted CRC.</summary>
    /// <param name="state">Inverted CRC of what came before.</param>
    /// <param name="bytes">At least <see cref="Least"/>.</param>
    /// <param name="taken">How many were taken: a multiple of 16.</param>
    public static uint Append(uint state, ReadOnlySpan<byte> bytes, out int taken)
    {
        var lanes = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        taken = lanes.Length * Lane;
        var a = lanes[0] ^ Vector128.CreateScalar(state).AsUInt64();
        var (b, c, d) = (lanes[1], lanes[2], lanes[3]);
        var by64 = Vector128.Create(0x154442bd4UL, 0x1c6e41596UL);
        var at = 4;
        for (; at + 4 <= lanes.Length; at += 4)
        {
            a = Fold(a, by64) ^ lanes[at];
            b = Fold(b, by64) ^ lanes[at + 1];
            c = Fold(c, by64) ^ lanes[at + 2];
            d = Fold(d, by64) ^ lanes[at + 3];
        }

        var by16 = Vector128.Create(0x1751997d0UL, 0x0ccaa009eUL);
        a = Fold(Fold(Fold(a, by16) ^ b, by16) ^ c, by16) ^ d;
        for (; at < lanes.Length; at++) a = Fold(a, by16) ^ lanes[at];
        return Reduce(a, by16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Fold(Vector128<ulong> x, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(x, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(x, by, 0x11);

    /// <summary>128 bits to 64, then to 32 by Barrett's reduction.</summary>
    private static uint Reduce(Vector128<ulong> x, Vector128<ulong> by16)
    {
        var low32 = Vector128.Create(~0U, 0, ~0U, 0).AsUInt64();
        x = Sse2.ShiftRightLogical128BitLane(x, 8) ^ Pclmulqdq.CarrylessMultiply(x, by16, 0x10);
        x = Sse2.ShiftRightLogical128BitLane(x, 4)
            ^ Pclmulqdq.CarrylessMultiply(x & low32, Vector128.CreateScalar(0x163cd6124UL), 0x00);
        var barrett = Vector128.Create(0x1db710641UL, 0x1f7011641UL);
        var quotient = Pclmulqdq.CarrylessMultiply(x & low32, barrett, 0x10) & low32;
        return (x ^ Pclmulqdq.CarrylessMultiply(quotient, barrett, 0x00)).AsUInt32()[1];
    }
}
