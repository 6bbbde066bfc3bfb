using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trawl.Engine.Seams.Store;

namespace Trawl.Recording.Capturing;

/// <summary>
/// Ids of records, made of run and place, so that a record can be referred to without being read: UUIDs of version 8
/// (RFC 9562 §5.8), 60 bits of the run, 22 of the file, 40 of the offset.
/// </summary>
internal sealed class RecordIds(string identity)
{
    private readonly byte[] _run = SHA256.HashData(Encoding.UTF8.GetBytes(identity));

    public Guid At(CapturePlace place)
    {
        Span<byte> id = stackalloc byte[16];
        _run.AsSpan(0, 8).CopyTo(id);
        id[6] = (byte)(0x80 | (id[6] & 0x0F));
        BinaryPrimitives.WriteUInt64BigEndian(id[8..], ((ulong)place.File << 40) | (ulong)place.Offset);
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return new Guid(id, bigEndian: true);
    }

    /// <summary>As records are named in fields.</summary>
    public string NameAt(CapturePlace place) => $"<urn:uuid:{At(place).ToString("D", CultureInfo.InvariantCulture)}>";
}
