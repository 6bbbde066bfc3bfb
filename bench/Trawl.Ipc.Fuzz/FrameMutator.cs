using System.Buffers.Binary;
using System.Text.Json;
using Trawl.Ipc.Compression;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Fuzz;

/// <summary>Makes frames that are valid but for a few changes.</summary>
internal sealed class FrameMutator
{
    private static readonly FrameType[] s_types = Enum.GetValues<FrameType>();
    private readonly byte[] _packed = new byte[4096];
    private ulong _lastId = 1 << 20;
    private readonly byte[][] _bodies =
    [
        [], [0], [.. "hello, world"u8], [0xFF, 0xFE, 0x80], [.. Enumerable.Repeat((byte)'x', 500)],
        JsonSerializer.SerializeToUtf8Bytes(new FuzzMessage("a", [1, 2, 3], new FuzzMessage("b", [], null)), FuzzJson.Default.FuzzMessage),
        [.. Enumerable.Repeat((byte)'[', 300)], [.. "{\"Name\":\"\\ud800\",\"Numbers\":[99999999999]}"u8],
    ];

    /// <summary>Sends one. Tame frames keep the protocol and differ in their bodies; wild ones differ in anything.</summary>
    public bool TrySend(HostilePeer peer, Random random, bool isWild)
    {
        var body = _bodies[random.Next(_bodies.Length)];
        var plain = new byte[Math.Max(0, 8 + body.Length - (random.Next(8) == 0 ? random.Next(20) : 0))];
        if (plain.Length >= 8) WritePrologue(plain, random);
        body.AsSpan(0, Math.Clamp(plain.Length - 8, 0, body.Length)).CopyTo(plain.AsSpan(Math.Min(8, plain.Length)));
        var message = random.Next(2) == 0 ? Pack(peer, plain) : plain;
        var producer = peer.Transport.Producer;
        if (!producer.TryReserve(message.Length, out var payload)) return false;
        message.CopyTo(payload);
        var isPacked = message != plain;
        var intact = isPacked ? 0 : 8;
        for (var n = random.Next(4); n > 0 && message.Length > intact; n--) payload[intact + random.Next(message.Length - intact)] = (byte)random.Next(256);
        producer.Commit(isWild && random.Next(8) == 0 ? Wild(random, payload) : isPacked ? Packed(random, payload) : Tame(random, payload));
        if (producer.Publish()) peer.Transport.RingBell();
        return true;
    }

    // What the peer may send smaller, where that makes it smaller.
    private byte[] Pack(HostilePeer peer, byte[] plain)
    {
        if (Compressor.For(peer.Features) is not { } compressor || plain.Length < 64) return plain;
        var length = compressor.Pack(plain, _packed);
        return length == 0 ? plain : _packed[..length];
    }

    private FrameHeader Packed(Random random, Span<byte> payload) => new(
        random.Next(8) == 0 ? FrameType.OneWay : FrameType.Request, FrameFlags.Whole | FrameFlags.Compressed, _lastId += 2, payload.Length);

    private static void WritePrologue(Span<byte> payload, Random random)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(payload, (ushort)(random.Next(20) == 0 ? random.Next(65536) : 1 + random.Next(Target.Methods)));
        payload[2] = (byte)random.Next(2);
        payload[4] = (byte)(random.Next(4) == 0 ? random.Next(3) : 0);
    }

    // Ids of new calls go up; what follows a call belongs to one of the last.
    private FrameHeader Tame(Random random, Span<byte> payload)
    {
        var recent = _lastId - (2 * (ulong)random.Next(32));
        return random.Next(16) switch
        {
            < 9 => new(FrameType.Request, FrameFlags.Whole, _lastId += 2, payload.Length),
            9 => new(FrameType.OneWay, FrameFlags.Whole, 0, payload.Length),
            10 => new(FrameType.Cancel, FrameFlags.Whole, recent, payload.Length),
            11 => new(FrameType.Ping, FrameFlags.Whole, recent, payload.Length),
            12 => new(FrameType.Response, FrameFlags.Whole, recent | 1, payload.Length),
            13 => new(FrameType.Item, FrameFlags.Whole, random.Next(40) == 0 ? recent : recent | 1, payload.Length),
            14 => new(FrameType.Pong, FrameFlags.Whole, recent, payload.Length),
            _ => new(FrameType.Cancel, FrameFlags.Whole, recent, payload.Length),
        };
    }

    private static FrameHeader Wild(Random random, Span<byte> payload)
    {
        var type = random.Next(10) == 0 ? (FrameType)random.Next(65536) : s_types[random.Next(s_types.Length)];
        var flags = random.Next(10) == 0 ? (FrameFlags)random.Next(256) : (FrameFlags)random.Next(4);
        if ((flags & FrameFlags.First) != 0 && payload.Length >= 4) BinaryPrimitives.WriteInt32LittleEndian(payload, random.Next(4) == 0 ? random.Next() : payload.Length + random.Next(3000));
        return new(type, flags, (ulong)random.Next(16), payload.Length);
    }
}
