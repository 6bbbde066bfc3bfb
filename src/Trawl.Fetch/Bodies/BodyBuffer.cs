using System.Buffers;

namespace Trawl.Fetch.Bodies;

/// <summary>A rented array that grows as bytes really arrive, never because a header says so.</summary>
internal sealed class BodyBuffer
{
    private const int Least = 16 << 10;
    private const int TrustedHint = 1 << 20;

    private byte[] _array;
    private int _length;

    public BodyBuffer(long? hint)
    {
        // One byte more than announced: the read that finds the end then needs no growth.
        var size = Math.Min((hint ?? Least) + 1, TrustedHint);
        _array = ArrayPool<byte>.Shared.Rent((int)size);
    }

    public int Length => _length;

    public ReadOnlyMemory<byte> Written => _array.AsMemory(0, _length);

    public Memory<byte> Free
    {
        get
        {
            if (_length == _array.Length) Grow();
            return _array.AsMemory(_length);
        }
    }

    public void Advance(int count) => _length += count;

    public void Clear() => _length = 0;

    public void Release()
    {
        var array = Interlocked.Exchange(ref _array, []);
        _length = 0;
        if (array.Length > 0) ArrayPool<byte>.Shared.Return(array);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _array.Length, Array.MaxLength));
        _array.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
