using System.Buffers;

namespace Trawl.Ipc.Codecs;

/// <summary>Bytes in a rented array. Whoever holds it last disposes of it, once.</summary>
public sealed class IpcBuffer : IDisposable
{
    private byte[] _array;

    private IpcBuffer(byte[] array, int length) => (_array, Length) = (array, length);

    /// <summary>Bytes of content.</summary>
    public int Length { get; private set; }

    /// <summary>The content; empty after <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Memory => _array.AsMemory(0, Length);

    /// <summary>The content; empty after <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> Span => _array.AsSpan(0, Length);

    /// <summary>A copy of some bytes.</summary>
    public static IpcBuffer CopyOf(ReadOnlySpan<byte> content)
    {
        var array = ArrayPool<byte>.Shared.Rent(content.Length);
        content.CopyTo(array);
        return new(array, content.Length);
    }

    /// <summary>Gives the array back.</summary>
    public void Dispose()
    {
        var array = Interlocked.Exchange(ref _array, []);
        Length = 0;
        if (array.Length > 0) ArrayPool<byte>.Shared.Return(array);
    }
}
