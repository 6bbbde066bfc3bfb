using System.Security.Cryptography;
using Trawl.Warc.Compression;

namespace Trawl.Warc.Reading;

/// <summary>The bytes of one block: as many of the source as Content-Length says.</summary>
internal sealed class BlockSource(ByteSource source, long length) : ByteSource
{
    private readonly List<IncrementalHash> _taps = [];

    public long Remaining { get; private set; } = length;

    public bool IsClosed { get; private set; }

    public override ReadOnlySpan<byte> Available
    {
        get
        {
            if (IsClosed) return default;
            var bytes = source.Available;
            return bytes.Length <= Remaining ? bytes : bytes[..(int)Remaining];
        }
    }

    /// <summary>From here on all that is taken goes into this hash too.</summary>
    public void Tap(IncrementalHash hash) => _taps.Add(hash);

    public override void Advance(int count)
    {
        foreach (var tap in _taps) tap.AppendData(Available[..count]);
        source.Advance(count);
        Remaining -= count;
    }

    public override bool Ensure(int count)
    {
        if (IsClosed) return false;
        source.Ensure((int)Math.Min(count, Remaining));
        return Available.Length >= count;
    }

    /// <summary>Takes the rest. False when the source ends before the block does.</summary>
    public bool TrySkip()
    {
        while (Remaining > 0 && Fill()) Advance(Available.Length);
        return Remaining == 0;
    }

    public void Close() => IsClosed = true;
}
