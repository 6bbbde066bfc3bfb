using System.Buffers.Binary;
using System.Text;

namespace Trawl.Server.Tests.Telemetry;

/// <summary>Reads protobuf's wire format, strictly: what does not parse throws.</summary>
internal static class ProtoFields
{
    /// <summary>The bytes of every field with that number in a message.</summary>
    public static IEnumerable<byte[]> Of(byte[] message, int number)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            var length = (tag & 7) switch
            {
                0 => Skip(message, at),
                1 => 8,
                2 => (int)Varint(message, ref at),
                5 => 4,
                _ => throw new InvalidDataException($"Wire type {tag & 7} at {at}."),
            };
            if (at + length > message.Length)
            {
                throw new InvalidDataException($"A field of {length} bytes at {at} of {message.Length}.");
            }

            if ((int)(tag >> 3) == number)
            {
                yield return message[at..(at + length)];
            }

            at += length;
        }
    }

    /// <summary>Along a path of field numbers.</summary>
    public static IEnumerable<byte[]> Along(byte[] message, params int[] path) =>
        path.Aggregate((IEnumerable<byte[]>)[message], (messages, number) => messages.SelectMany(m => Of(m, number)));

    public static string Text(byte[] message, int number) => Encoding.UTF8.GetString(Of(message, number).SingleOrDefault() ?? []);

    public static ulong Fixed64(byte[] message, int number) => BinaryPrimitives.ReadUInt64LittleEndian(Of(message, number).Single());

    private static ulong Varint(byte[] message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private static int Skip(byte[] message, int at)
    {
        var end = at;
        Varint(message, ref end);
        return end - at;
    }
}
