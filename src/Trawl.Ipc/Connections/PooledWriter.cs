using System.Buffers;

namespace Trawl.Ipc.Connections;

/// <summary>A growing rented buffer for codecs that cannot say their size beforehand. One for each thread.</summary>
internal sealed class PooledWriter : IBufferWriter<byte>
{
    private const int KeptBytes = 1 << 20;

    [ThreadStatic]
    private static PooledWriter? t_instance;

    private byte[] _array = [];
    private int _length;

    public ReadOnlySpan<byte> Written => _array.AsSpan(0, _length);

    /// <summary>This thread's writer, empty.</summary>
    public static PooledWriter Rent()
    {
        var writer = t_instance ??= new();
        writer._length = 0;
        return writer;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _array.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _array.AsSpan(_length);
    }

    /// <summary>A buffer that one huge message has blown up is not kept for the thread's life.</summary>
    public void Trim()
    {
        if (_array.Length > KeptBytes) Swap([]);
        _length = 0;
    }

    private void Ensure(int sizeHint)
    {
        var needed = _length + Math.Max(sizeHint, 256);
        if (needed > _array.Length) Swap(ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * _array.Length)));
    }

    private void Swap(byte[] larger)
    {
        Written[..Math.Min(_length, larger.Length)].CopyTo(larger);
        if (_array.Length > 0) ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
