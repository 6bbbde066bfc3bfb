using Trawl.Warc.Compression;

namespace Trawl.Warc.Reading;

/// <summary>
/// Whether bytes that look like a gzip member are one that holds a record. Only a few thousand are tried, so that a file
/// full of false heads costs linear time.
/// </summary>
internal sealed class MemberTrial
{
    public const int MaxBytes = 4096;

    private readonly MemoryStream _bytes = new(MaxBytes);
    private readonly FileFeed _feed;
    private readonly GzipMember _member;

    public MemberTrial() => _member = new GzipMember(_feed = new FileFeed(_bytes, MaxBytes));

    public bool HoldsRecord(ReadOnlySpan<byte> start)
    {
        _bytes.SetLength(0);
        _bytes.Write(start[..Math.Min(start.Length, MaxBytes)]);
        _bytes.Position = 0;
        _feed.Restart();
        _member.Begin();
        _member.Ensure(VersionLine.MaxLength);
        return VersionLine.IsAt(_member.Available);
    }
}
