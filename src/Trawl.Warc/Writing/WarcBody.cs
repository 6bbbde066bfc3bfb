namespace Trawl.Warc.Writing;

/// <summary>Bytes to be stored: in memory, or in a stream that is read twice (for the digest, then for the record).</summary>
public readonly struct WarcBody
{
    private WarcBody(ReadOnlyMemory<byte> bytes, Stream? stream, long length) => (Bytes, Stream, Length) = (bytes, stream, length);

    /// <summary>How many bytes.</summary>
    public long Length { get; }

    internal ReadOnlyMemory<byte> Bytes { get; }

    internal Stream? Stream { get; }

    /// <summary>Bytes in memory; they are not copied and must not change until the record is written.</summary>
    public static WarcBody FromBytes(ReadOnlyMemory<byte> bytes) => new(bytes, null, bytes.Length);

    /// <summary>The rest of a stream that can seek, from where it stands. The stream stays open.</summary>
    /// <exception cref="ArgumentException">The stream cannot seek, so its length is unknown.</exception>
    public static WarcBody FromStream(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        const string message = "The stream cannot seek; a record needs its length first. Write it to a file.";
        if (!stream.CanSeek) throw new ArgumentException(message, nameof(stream));
        return new WarcBody(default, stream, stream.Length - stream.Position);
    }

    /// <summary>Bytes in memory.</summary>
    public static implicit operator WarcBody(byte[] bytes) => FromBytes(bytes);

    /// <summary>Bytes in memory.</summary>
    public static implicit operator WarcBody(ReadOnlyMemory<byte> bytes) => FromBytes(bytes);

    /// <summary>Gives all bytes in pieces, and leaves a stream where it was.</summary>
    internal void ForEachPiece(Action<ReadOnlySpan<byte>> use)
    {
        if (Stream is null)
        {
            if (!Bytes.IsEmpty) use(Bytes.Span);
            return;
        }

        var start = Stream.Position;
        var buffer = new byte[(int)Math.Min(Math.Max(Length, 1), 128 << 10)];
        for (var left = Length; left > 0;)
        {
            var read = Stream.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0) throw new EndOfStreamException("The body is shorter than it was when its record began.");
            use(buffer.AsSpan(0, read));
            left -= read;
        }

        Stream.Position = start;
    }
}
