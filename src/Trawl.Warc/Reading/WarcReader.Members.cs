using Trawl.Warc.Compression;

namespace Trawl.Warc.Reading;

/// <summary>Gzip members: one record each as it should be, several, none, or broken.</summary>
public sealed partial class WarcReader
{
    private long? _memberEnd;

    private void BeginMember()
    {
        (_memberOffset, _isInMember, _recordsInMember, _memberEnd) = (_feed.Offset, true, 0, null);
        _member.Begin();
    }

    private WarcRecord? NextInMember()
    {
        if (!TryReachRecord()) return null;
        var record = ReadRecord(_member, _memberOffset);
        if (record is not null && _recordsInMember++ == 1)
        {
            const string message = "The gzip member holds several records; each should have its own, to have a byte range.";
            Report(record, WarcProblemCode.SeveralRecordsInMember, message, WarcSeverity.Warning);
        }

        return record;
    }

    // To the next record of the member. False when there is none; the member is then done with.
    private bool TryReachRecord()
    {
        SkipLineEnds(_member, int.MaxValue);
        var skipped = 0L;
        while (_member.Fill())
        {
            _member.Ensure(VersionLine.MaxLength);
            if (VersionLine.IsAt(_member.Available)) break;
            if (skipped > Options.MaxGarbageInMember) return LeaveMember(skipped);
            _member.Advance(1);
            var next = _member.Available.IndexOf((byte)'W');
            if (next < 0) next = _member.Available.Length;
            _member.Advance(next);
            skipped += next + 1;
        }

        if (skipped > 0)
        {
            var message = $"{Text(skipped)} bytes in the gzip member, uncompressed, are no record and were skipped.";
            _log.Add(WarcProblemCode.Garbage, _memberOffset, message, WarcSeverity.Error);
        }

        if (_member.Fill()) return true;
        EndMember(skipped > 0);
        return false;
    }

    private bool LeaveMember(long skipped)
    {
        _isInMember = false;
        _resync.Search(_feed.Offset, membersOnly: true);
        var next = Text(_feed.Offset);
        var message = $"The gzip member goes on for more than {Text(skipped)} bytes without a record; reading goes on at {next}.";
        _log.Add(WarcProblemCode.EndlessMember, _memberOffset, message, WarcSeverity.Error);
        return false;
    }

    private void EndMember(bool hasGarbage)
    {
        _isInMember = false;
        var hasEnd = _member.HasKnownEnd && _member.Status != InflateStatus.Truncated && IsFollowedByStart();
        if (hasEnd || _member.Status == InflateStatus.Done) _memberEnd = _feed.Offset;
        if (_member.Status == InflateStatus.Done)
        {
            if (_recordsInMember > 0 || hasGarbage) return;
            _log.Add(WarcProblemCode.EmptyMember, _memberOffset, "The gzip member holds no record.", WarcSeverity.Warning);
            return;
        }

        if (hasEnd)
        {
            const string message = "CRC or length of the gzip member do not fit what was inflated; a byte of it is wrong.";
            _log.Add(WarcProblemCode.BadMember, _memberOffset, message, WarcSeverity.Error);
            return;
        }

        RecoverFromMember();
    }

    // Broken bytes may look like the end of a stream: where the sum is wrong, only what follows makes the end certain.
    private bool IsFollowedByStart()
    {
        _feed.Ensure(VersionLine.MaxLength);
        return _feed.Available.IsEmpty || GzipMember.IsHead(_feed.Available) || VersionLine.IsAt(_feed.Available);
    }

    // Members behind the broken one may already have been taken for its bytes: the search begins right behind its head.
    private void RecoverFromMember()
    {
        var isTruncated = _member.Status == InflateStatus.Truncated;
        _resync.Search(_memberOffset + 1, membersOnly: true);
        var what = isTruncated ? "The gzip member ends too early" : "The gzip member cannot be inflated to its end";
        const string late = " The search began behind the defect: the stream or the limit of going back does not allow more.";
        var from = _resync.WentBack ? "" : late;
        var next = _feed.Fill() ? $"reading goes on at {Text(_feed.Offset)}." : "no other follows.";
        var code = isTruncated ? WarcProblemCode.TruncatedMember : WarcProblemCode.BadMember;
        _log.Add(code, _memberOffset, $"{what}; {next}{from}", WarcSeverity.Error);
    }
}
