using System.Buffers;

namespace Trawl.Web.Codings;

/// <summary>A pooled buffer that grows up to a limit, and one byte beyond so that exceeding it is seen.</summary>
internal sealed class DecodeBuffer(int limit, int expected)
{
    private const int Smallest = 4096;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(expected, Smallest, Math.Max(Smallest, (long)limit + 1)));

    public int Length { get; private set; }

    public bool Exceeded => Length > limit;

    /// <summary>Room for more, never empty while the limit is not exceeded.</summary>
    public Span<byte> Free()
    {
        if (Length == _bytes.Length) Grow();
        return _bytes.AsSpan(Length, (int)Math.Min(_bytes.Length - Length, (long)limit + 1 - Length));
    }

    public void Advance(int count) => Length += count;

    public byte[] Take(out int length)
    {
        length = Length;
        var bytes = _bytes;
        _bytes = [];
        return bytes;
    }

    public void Return()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Grow()
    {
        var next = ArrayPool<byte>.Shared.Rent((int)Math.Min(_bytes.Length * 2L, Math.Min((long)limit + 1, Array.MaxLength)));
        _bytes.AsSpan(0, Length).CopyTo(next);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = next;
    }
}
