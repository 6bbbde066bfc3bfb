using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Connections;

/// <summary>Messages that wait for room in the ring, in order, and fragments of those that no frame can hold.</summary>
internal sealed partial class FrameSender
{
    private const int TotalSize = 4;
    private readonly Queue<QueuedMessage> _queue = new();
    private TaskCompletionSource? _room;
    private long _queuedBytes;
    private long _stuckSince;

    /// <summary>True while the peer is so slow that it should not be given more work.</summary>
    public bool IsCongested => Volatile.Read(ref _queuedBytes) > maxQueued / 2;

    /// <summary>True while something waits for room.</summary>
    public bool HasQueued => Volatile.Read(ref _queuedBytes) > 0 || transport.HasUnsent;

    /// <summary>Bytes that wait for room.</summary>
    public long QueuedBytes => Volatile.Read(ref _queuedBytes);

    /// <summary>Done when the queue has room again, or will never have.</summary>
    public Task WhenRoom()
    {
        lock (_lock)
        {
            if (_isClosed || !IsFull(0)) return Task.CompletedTask;
            _room ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task;
        }
    }

    /// <summary>Sends what there is room for. To be called when the peer has rung.</summary>
    public void Flush()
    {
        if (!HasQueued) return;
        lock (_lock)
        {
            if (_isClosed) return;
            FlushQueue();
            if (transport.HasUnsent) Publish();
        }
    }

    /// <summary>True when nothing at all could be sent for that long although something waits.</summary>
    public bool IsStuck(TimeSpan longest)
    {
        lock (_lock) return _queue.Count > 0 && Stopwatch.GetElapsedTime(_stuckSince) > longest;
    }

    private SendStatus Queue<T>(in Outgoing message, IIpcCodec<T> codec, T value, int total, out int length)
    {
        length = 0;
        if (total > maxMessage) return SendStatus.TooLarge;
        if (IsFull(total) && !message.MayExceedQueue) return SendStatus.Full;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(total, message.PrologueSize));
        WritePrologue(message, buffer);
        length = message.PrologueSize + Written(codec.Write(value, buffer.AsSpan(message.PrologueSize)), total - message.PrologueSize);
        if (_queue.Count == 0) _stuckSince = Stopwatch.GetTimestamp();
        _queue.Enqueue(new(message.Type, message.Flags, message.Id, buffer, length));
        _queuedBytes += length + FrameHeader.Size;
        FlushQueue();
        return SendStatus.Sent;
    }

    // One message may always wait, however large, or it could never be sent.
    private bool IsFull(int bytes) => _queue.Count > 0 && _queuedBytes + bytes > maxQueued;

    private void FlushQueue()
    {
        while (_queue.TryPeek(out var message) && TrySendNext(message))
        {
            _stuckSince = Stopwatch.GetTimestamp();
            if (message.Sent == message.Length) Dequeue(message);
        }

        Publish();
        if (_room is { } room && !IsFull(maxQueued / 2)) (_room, _) = (null, room.TrySetResult());
    }

    private bool TrySendNext(QueuedMessage message)
    {
        var isWhole = message.Length <= _producer.MaxPayload;
        var isFirst = message.Sent == 0;
        var prefix = isFirst && !isWhole ? TotalSize : 0;
        var rest = message.Rest;
        var size = Math.Min(rest.Length + prefix, _producer.MaxPayload);
        if (!TryReserveOrSleep(size, out var target)) return false;
        if (prefix > 0) BinaryPrimitives.WriteInt32LittleEndian(target, message.Length);
        rest[..(size - prefix)].CopyTo(target[prefix..]);
        message.Sent += size - prefix;
        var flags = message.Flags | (isFirst ? FrameFlags.First : 0) | (message.Sent == message.Length ? FrameFlags.Last : 0);
        _producer.Commit(new FrameHeader(message.Type, flags | _producer.ChecksumOf(size), message.Id, size));
        counters.Sent(size);
        return true;
    }

    private bool TryReserveOrSleep(int size, out Span<byte> target)
    {
        while (!_producer.TryReserve(size, out target))
        {
            Publish();
            if (_producer.IsCorrupt || _producer.PrepareToSleep(size)) return false;
        }

        return true;
    }

    private void Dequeue(QueuedMessage message)
    {
        _queue.Dequeue();
        _queuedBytes -= message.Length + FrameHeader.Size;
        message.Recycle();
    }
}
