using Trawl.Warc.Compression;

namespace Trawl.Warc.Reading;

/// <summary>The end of a record: the rest of its block, two line ends, and what to do where they are not.</summary>
public sealed partial class WarcReader
{
    private const int LineEndBytes = 4;

    internal void Finish(WarcRecord record)
    {
        if (!ReferenceEquals(record, _current)) return;
        _current = null;
        var isWhole = record.Block.TrySkip();
        record.Block.Close();
        if (!isWhole) ReportTruncated(record);
        if (_isInMember) FinishInMember(record, isWhole);
        else FinishInFile(record, isWhole);
    }

    private void FinishInFile(WarcRecord record, bool isWhole)
    {
        if (record.HasUnknownEnd || !isWhole)
        {
            SearchNext(record);
            return;
        }

        var ends = TakeEnds(_feed);
        if (ends == RecordEnd.None)
        {
            ReportEnd(record, WarcSeverity.Error);
            SearchNext(record);
            return;
        }

        if (ends == RecordEnd.Odd) ReportEnd(record, WarcSeverity.Warning);
        record.Position = new WarcPosition(record.Offset, _feed.Offset - record.Offset);
    }

    // The bytes passed over are the block of a record that was handed out: no garbage of their own.
    private void SearchNext(WarcRecord record)
    {
        var skipped = _resync.Search(record.BlockOffset, membersOnly: false);
        if (!record.HasUnknownEnd || skipped <= LineEndBytes) return;
        var message = $"{Text(skipped)} bytes behind a head without a valid length were skipped.";
        Report(record, WarcProblemCode.Garbage, message, WarcSeverity.Error);
    }

    private void FinishInMember(WarcRecord record, bool isWhole)
    {
        if (record.HasUnknownEnd && record.Problems.Any(p => p.Code == WarcProblemCode.BlockTooLarge))
        {
            _isInMember = false;
            _resync.Search(_feed.Offset, membersOnly: true);
            return;
        }

        if (isWhole && !record.HasUnknownEnd)
        {
            var ends = TakeEnds(_member);
            if (ends != RecordEnd.Right) ReportEnd(record, ends == RecordEnd.None ? WarcSeverity.Error : WarcSeverity.Warning);
        }

        var isFirst = _recordsInMember <= 1;
        if (TryReachRecord() || !isFirst || !isWhole || _memberEnd is not { } end) return;
        record.Position = new WarcPosition(_memberOffset, end - _memberOffset);
    }

    private RecordEnd TakeEnds(ByteSource source)
    {
        source.Ensure(LineEndBytes);
        if (source.Available.StartsWith("\r\n\r\n"u8))
        {
            source.Advance(LineEndBytes);
            return RecordEnd.Right;
        }

        SkipLineEnds(source, LineEndBytes);
        if (!source.Fill()) return RecordEnd.Odd;
        source.Ensure(VersionLine.MaxLength);
        return VersionLine.IsAt(source.Available) || (!_isInMember && GzipMember.IsHead(source.Available)) ? RecordEnd.Odd : RecordEnd.None;
    }

    private static long SkipLineEnds(ByteSource source, int most)
    {
        var skipped = 0L;
        while (skipped < most && source.Fill())
        {
            var bytes = source.Available[..(int)Math.Min(source.Available.Length, most - skipped)];
            var end = bytes.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            source.Advance(end < 0 ? bytes.Length : end);
            skipped += end < 0 ? bytes.Length : end;
            if (end >= 0) break;
        }

        return skipped;
    }
}
