using System.Buffers.Binary;

namespace Trawl.Warc.Packages;

/// <summary>
/// Reads the directory of a zip file (APPNOTE §4.3.12 to §4.3.16, Zip64 too). The platform's reader does not say where a
/// member's bytes stand; a record is one byte range of a stored member, and is read without what stands before it.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22, MaxComment = 0xFFFF, LocatorLength = 20, End64Length = 56;
    private const int EntryLength = 46, LocalLength = 30, MaxDirectory = 256 << 20;
    private const uint EndMark = 0x06054B50, LocatorMark = 0x07064B50, End64Mark = 0x06064B50;
    private const uint EntryMark = 0x02014B50, LocalMark = 0x04034B50;

    /// <summary>The members in the directory's order, or null when there is no directory.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static List<ZipMember>? TryRead(Stream stream)
    {
        if (FindDirectory(stream) is not var (offset, length) || length > MaxDirectory) return null;
        if (ReadAt(stream, offset, (int)length) is not { } bytes) return null;
        var members = new List<ZipMember>();
        for (var rest = bytes.AsSpan(); ZipEntryBytes.TryTake(ref rest, out var entry);)
        {
            if (Read(entry) is { } member) members.Add(member);
        }

        return members;
    }

    /// <summary>The bytes of a member as they stand in the zip, or null when its local header is not where it should be.</summary>
    public static RangeStream? TryOpen(Stream stream, ZipMember member)
    {
        if (ReadAt(stream, member.HeaderOffset, LocalLength) is not { } head) return null;
        if (BinaryPrimitives.ReadUInt32LittleEndian(head) != LocalMark) return null;
        var start = member.HeaderOffset + LocalLength + U16(head, 26) + U16(head, 28);
        return start > stream.Length - member.StoredLength ? null : new RangeStream(stream, start, member.StoredLength);
    }

    private static ZipMember? Read(ZipEntryBytes entry)
    {
        var head = entry.Head;
        long length = U32(head, 24), stored = U32(head, 20), offset = U32(head, 42);
        entry.ReadLargeNumbers(ref length, ref stored, ref offset);
        if (length < 0 || stored < 0 || offset < 0) return null;
        var method = U16(head, 10);
        var canRead = method is 0 or 8 && (U16(head, 8) & 1) == 0;
        return new ZipMember(FieldList.Text(entry.Name), method == 0, canRead, offset, stored, length);
    }

    private static (long Offset, long Length)? FindDirectory(Stream stream)
    {
        var length = (int)Math.Min(stream.Length, EndLength + MaxComment);
        if (ReadAt(stream, stream.Length - length, length) is not { } tail) return null;
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (U32(tail, at) != EndMark) continue;
            long size = U32(tail, at + 12), offset = U32(tail, at + 16);
            return size == uint.MaxValue || offset == uint.MaxValue || U16(tail, at + 10) == 0xFFFF
                ? FindLarge(stream, stream.Length - length + at) ?? Checked(stream, offset, size)
                : Checked(stream, offset, size);
        }

        return null;
    }

    private static (long Offset, long Length)? FindLarge(Stream stream, long end)
    {
        if (ReadAt(stream, end - LocatorLength, LocatorLength) is not { } locator || U32(locator, 0) != LocatorMark) return null;
        if (ReadAt(stream, I64(locator, 8), End64Length) is not { } large || U32(large, 0) != End64Mark) return null;
        return Checked(stream, I64(large, 48), I64(large, 40));
    }

    private static (long Offset, long Length)? Checked(Stream stream, long offset, long length) =>
        offset < 0 || length < 0 || offset > stream.Length - length ? null : (offset, length);

    private static byte[]? ReadAt(Stream stream, long offset, int length)
    {
        if (offset < 0 || offset > stream.Length - length) return null;
        var bytes = new byte[length];
        stream.Position = offset;
        return stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false) == length ? bytes : null;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);

    /// <summary>The bytes of one entry of the directory.</summary>
    private readonly ref struct ZipEntryBytes(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra)
    {
        public ReadOnlySpan<byte> Head { get; } = head;

        public ReadOnlySpan<byte> Name { get; } = name;

        private ReadOnlySpan<byte> Extra { get; } = extra;

        public static bool TryTake(ref Span<byte> rest, out ZipEntryBytes entry)
        {
            entry = default;
            if (rest.Length < EntryLength || U32(rest, 0) != EntryMark) return false;
            int name = U16(rest, 28), extra = U16(rest, 30), comment = U16(rest, 32);
            if (rest.Length < EntryLength + name + extra + comment) return false;
            entry = new ZipEntryBytes(rest[..EntryLength], rest.Slice(EntryLength, name), rest.Slice(EntryLength + name, extra));
            rest = rest[(EntryLength + name + extra + comment)..];
            return true;
        }

        // Zip64 (APPNOTE §4.5.3): each number that did not fit stands there, in this order.
        public void ReadLargeNumbers(ref long length, ref long stored, ref long offset)
        {
            for (var rest = Extra; rest.Length >= 4;)
            {
                var size = Math.Min(U16(rest, 2), rest.Length - 4);
                var numbers = rest.Slice(4, size);
                if (U16(rest, 0) == 1)
                {
                    Take(ref numbers, ref length);
                    Take(ref numbers, ref stored);
                    Take(ref numbers, ref offset);
                    return;
                }

                rest = rest[(4 + size)..];
            }
        }

        private static void Take(ref ReadOnlySpan<byte> numbers, ref long number)
        {
            if (number != uint.MaxValue || numbers.Length < 8) return;
            number = I64(numbers, 0);
            numbers = numbers[8..];
        }
    }
}
