using System.Buffers.Binary;

namespace Trawl.Warc.Compression;

/// <summary>One gzip member (RFC 1952 §2.3) as bytes: head, deflate stream, trailer with CRC and length.</summary>
internal sealed class GzipMember(FileFeed feed) : ByteSource
{
    private const int FixedHead = 10, MaxHeadText = 4096, TrailerLength = 8;

    private readonly Inflater _inflater = new(feed);

    public override ReadOnlySpan<byte> Available => _inflater.Available;

    public InflateStatus Status { get; private set; }

    /// <summary>Whether the deflate stream itself has its end, so that the feed stands behind the member.</summary>
    public bool HasKnownEnd => _inflater.Status == InflateStatus.Done;

    /// <summary>Whether these bytes can be the head of a member.</summary>
    public static bool IsHead(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8 && (bytes[3] & 0xE0) == 0;

    /// <summary>Reads the head where the feed stands.</summary>
    public void Begin()
    {
        _inflater.Begin();
        Status = InflateStatus.Running;
        if (TrySkipHead()) return;
        Status = InflateStatus.Truncated;
        _inflater.Refuse();
    }

    public override void Advance(int count) => _inflater.Advance(count);

    public override bool Ensure(int count)
    {
        var isThere = _inflater.Ensure(count);
        if (Status == InflateStatus.Running && _inflater.Status != InflateStatus.Running) Status = Check();
        return isThere;
    }

    private InflateStatus Check()
    {
        if (_inflater.Status != InflateStatus.Done) return _inflater.Status;
        if (!feed.Ensure(TrailerLength)) return InflateStatus.Truncated;
        var isSame = BinaryPrimitives.ReadUInt32LittleEndian(feed.Available) == _inflater.Crc
            && BinaryPrimitives.ReadUInt32LittleEndian(feed.Available[4..]) == (uint)_inflater.Produced;
        feed.Advance(TrailerLength);
        return isSame ? InflateStatus.Done : InflateStatus.Bad;
    }

    private bool TrySkipHead()
    {
        if (!feed.Ensure(FixedHead)) return false;
        var flags = feed.Available[3];
        feed.Advance(FixedHead);
        if ((flags & 4) != 0 && !TrySkipExtra()) return false;
        if ((flags & 8) != 0 && !TrySkipText()) return false;
        if ((flags & 16) != 0 && !TrySkipText()) return false;
        return (flags & 2) == 0 || TrySkip(2);
    }

    private bool TrySkipExtra()
    {
        if (!feed.Ensure(2)) return false;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(feed.Available);
        feed.Advance(2);
        return TrySkip(length);
    }

    private bool TrySkip(int count)
    {
        if (!feed.Ensure(count)) return false;
        feed.Advance(count);
        return true;
    }

    private bool TrySkipText()
    {
        for (var i = 0; i < MaxHeadText && feed.Fill(); i++)
        {
            var isEnd = feed.Available[0] == 0;
            feed.Advance(1);
            if (isEnd) return true;
        }

        return false;
    }
}
