namespace Trawl.Warc.Compression;

/// <summary>
/// The bytes of the file itself, buffered, with their place. The last bytes taken stay in front of the buffer, so that an
/// inflater can give back what it took too far ahead.
/// </summary>
internal sealed class FileFeed(Stream stream, int size = FileFeed.Size) : ByteSource
{
    public const int Kept = 16;
    private const int Size = 128 << 10;

    private readonly byte[] _buffer = new byte[Kept + size];
    private long _endOffset = stream.CanSeek ? stream.Position : 0;
    private bool _isAtEnd;

    public override ReadOnlySpan<byte> Available => _buffer.AsSpan(Start, End - Start);

    public byte[] Buffer => _buffer;

    public int Start { get; set; } = Kept;

    public int End { get; private set; } = Kept;

    public long Offset => _endOffset - (End - Start);

    /// <summary>Why the stream could not be read, once it failed; the feed then ends.</summary>
    public Exception? Failure { get; private set; }

    public override void Advance(int count) => Start += count;

    public override bool Ensure(int count)
    {
        if (End - Start >= count) return true;
        if (_isAtEnd) return false;
        Compact();
        while (End - Start < count && !_isAtEnd) ReadOnce();
        return End - Start >= count;
    }

    /// <summary>Begins anew with a stream whose bytes were replaced.</summary>
    public void Restart() => (Start, End, _endOffset, _isAtEnd) = (Kept, Kept, 0, false);

    /// <summary>Goes to another place: in the buffer, or by seeking where the stream can.</summary>
    public bool TryGoTo(long offset)
    {
        var inBuffer = Start + (offset - Offset);
        if (inBuffer >= Kept && inBuffer <= End)
        {
            Start = (int)inBuffer;
            return true;
        }

        if (!stream.CanSeek || Failure is not null) return false;
        stream.Position = offset;
        _endOffset = offset;
        (Start, End, _isAtEnd) = (Kept, Kept, false);
        return true;
    }

    private void Compact()
    {
        var from = Math.Max(0, Start - Kept);
        _buffer.AsSpan(from, End - from).CopyTo(_buffer);
        (Start, End) = (Start - from, End - from);
    }

    private void ReadOnce()
    {
        var read = 0;
        try
        {
            read = stream.Read(_buffer, End, _buffer.Length - End);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or NotSupportedException or UnauthorizedAccessException)
        {
            Failure = e;
        }

        _isAtEnd = read == 0;
        End += read;
        _endOffset += read;
    }
}
