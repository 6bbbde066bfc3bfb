using System.Buffers;

namespace Trawl.Ipc.Codecs;

/// <summary>A codec that cannot say beforehand how long a value gets. It writes into a buffer, which is then copied once.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public interface IIpcBufferCodec<T> : IIpcCodec<T>
{
    /// <summary>Writes the value.</summary>
    void Write(T value, IBufferWriter<byte> target);
}
