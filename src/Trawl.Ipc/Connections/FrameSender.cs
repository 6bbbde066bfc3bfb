using System.Buffers;
using System.Buffers.Binary;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Compression;
using Trawl.Ipc.Diagnostics;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Transports;

namespace Trawl.Ipc.Connections;

/// <summary>
/// The writing half of a connection, for any number of threads. A message is written straight into the ring; where that is
/// full, or the message needs fragments, it waits in a bounded queue. Nobody ever blocks on the peer here.
/// </summary>
internal sealed partial class FrameSender(
    Transport transport, int maxMessage, int maxQueued, IpcCounters counters, Compressor? compressor = null, int packAbove = int.MaxValue)
{
    private readonly Lock _lock = new();
    private readonly FrameProducer _producer = transport.Producer;
    private bool _isWriting;
    private bool _isClosed;
    private bool _releasesLater;

    /// <summary>Called when something begins to wait for room: somebody has to listen for the peer's bell.</summary>
    public Action? Stalled { get; set; }

    /// <summary>Called once, when nobody writes any more: the memory may go.</summary>
    public Action? Released { get; set; }

    public bool IsCorrupt => _producer.IsCorrupt;

    public SendStatus Send<T>(in Outgoing message, IIpcCodec<T> codec, T value) => Send(message, codec, value, out _);

    /// <summary>Sends, and says how long the message got.</summary>
    public SendStatus Send<T>(in Outgoing message, IIpcCodec<T> codec, T value, out int length)
    {
        var hadQueued = HasQueued;
        var status = MayPack(message.Type) ? SendPacked(message, codec, value, out length) : SendLocked(message, codec, value, out length);
        if (!hadQueued && HasQueued) Stalled?.Invoke();
        return status;
    }

    /// <summary>From here on nothing is written. Also when called by a codec in the middle of writing.</summary>
    public void Close()
    {
        lock (_lock)
        {
            if (_isClosed) return;
            _isClosed = true;
            if (_isWriting) _releasesLater = true;
            else Release();
        }
    }

    private SendStatus SendLocked<T>(in Outgoing message, IIpcCodec<T> codec, T value, out int length)
    {
        lock (_lock)
        {
            length = 0;
            if (_isClosed) return SendStatus.Closed;
            _isWriting = true;
            try
            {
                return SendOpen(message, codec, value, out length);
            }
            finally
            {
                _isWriting = false;
                if (_releasesLater) Release();
            }
        }
    }

    private SendStatus SendOpen<T>(in Outgoing message, IIpcCodec<T> codec, T value, out int length)
    {
        var size = codec.MaxSize(value);
        if (size < 0) return SendUnmeasured(message, (IIpcBufferCodec<T>)codec, value, out length);
        var total = size + message.PrologueSize;
        if (_queue.Count > 0 || total > _producer.MaxPayload || !_producer.TryReserve(total, out var target))
            return Queue(message, codec, value, total, out length);
        WritePrologue(message, target);
        length = message.PrologueSize + Written(codec.Write(value, target[message.PrologueSize..]), size);
        if (_isClosed) return SendStatus.Closed;
        _producer.Commit(new FrameHeader(message.Type, FrameFlags.Whole | message.Flags | _producer.ChecksumOf(length), message.Id, length));
        counters.Sent(length);
        Publish();
        return SendStatus.Sent;
    }

    private SendStatus SendUnmeasured<T>(in Outgoing message, IIpcBufferCodec<T> codec, T value, out int length)
    {
        var writer = PooledWriter.Rent();
        codec.Write(value, writer);
        var status = SendOpen(message, SpanCodec.Instance, new SpanSource(writer), out length);
        writer.Trim();
        return status;
    }

    private void Publish()
    {
        if (!_producer.Publish()) return;
        transport.RingBell();
        counters.Rang();
    }

    private void Release()
    {
        _releasesLater = false;
        while (_queue.TryDequeue(out var left)) left.Recycle();
        _room?.TrySetResult();
        Released?.Invoke();
    }

    private static int Written(int bytes, int size)
    {
        if ((uint)bytes > (uint)size)
            throw new InvalidOperationException($"The codec wrote {bytes} bytes after it had promised at most {size}.");
        return bytes;
    }

    private static void WritePrologue(in Outgoing message, Span<byte> target)
    {
        if (message.PrologueSize == 0) return;
        Span<byte> all = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(all, message.Prologue);
        all[..message.PrologueSize].CopyTo(target);
    }
}
