using Trawl.Warc.Compression;

namespace Trawl.Warc.Reading;

/// <summary>
/// Finds the next record behind a defect. It goes back to where the defect began, so that nothing is passed over; how
/// often is bounded over the whole file, so that no file costs more than a few times its length.
/// </summary>
internal sealed class Resync(FileFeed feed)
{
    private const long FreeReturns = 64 << 20;

    private readonly MemberTrial _trial = new();
    private long _returned, _furthest;

    /// <summary>Whether the last search could begin where it was asked to.</summary>
    public bool WentBack { get; private set; }

    /// <summary>Searches from that place, or from where the feed stands. Returns how many bytes were passed over.</summary>
    public long Search(long from, bool membersOnly)
    {
        WentBack = TryReturn(from);
        var start = feed.Offset;
        while (feed.Fill() && !IsStart(membersOnly))
        {
            feed.Advance(1);
            var next = feed.Available.IndexOfAny((byte)'W', (byte)0x1F);
            feed.Advance(next < 0 ? feed.Available.Length : next);
        }

        return feed.Offset - start;
    }

    private bool TryReturn(long from)
    {
        _furthest = Math.Max(_furthest, feed.Offset);
        var back = feed.Offset - from;
        if (back <= 0) return back == 0 || feed.TryGoTo(from);
        if (_returned + back > _furthest + FreeReturns || !feed.TryGoTo(from)) return false;
        _returned += back;
        return true;
    }

    private bool IsStart(bool membersOnly)
    {
        feed.Ensure(VersionLine.MaxLength);
        var bytes = feed.Available;
        if (!membersOnly && VersionLine.IsAt(bytes)) return true;
        if (!GzipMember.IsHead(bytes)) return false;
        feed.Ensure(MemberTrial.MaxBytes);
        return _trial.HoldsRecord(feed.Available);
    }
}
