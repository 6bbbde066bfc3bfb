namespace Trawl.Warc.Compression;

/// <summary>Bytes that come in pieces: what is there may be looked at and taken; more is asked for when all is taken.</summary>
internal abstract class ByteSource
{
    /// <summary>Where the bytes lie that were not taken yet; valid until more is asked for.</summary>
    public abstract ReadOnlySpan<byte> Available { get; }

    /// <summary>Takes bytes of <see cref="Available"/>.</summary>
    public abstract void Advance(int count);

    /// <summary>Has that many bytes available (up to some thousands), unless the end comes first.</summary>
    public abstract bool Ensure(int count);

    /// <summary>Gets more when nothing is available. False at the end.</summary>
    public bool Fill() => !Available.IsEmpty || Ensure(1);

    /// <summary>Copies up to that many bytes out. Fewer only at the end.</summary>
    public int Read(Span<byte> target)
    {
        var done = 0;
        while (done < target.Length && Fill())
        {
            var piece = Math.Min(Available.Length, target.Length - done);
            Available[..piece].CopyTo(target[done..]);
            Advance(piece);
            done += piece;
        }

        return done;
    }
}
