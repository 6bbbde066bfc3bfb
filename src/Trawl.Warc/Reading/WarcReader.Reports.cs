using Trawl.Warc.Compression;

namespace Trawl.Warc.Reading;

/// <summary>The words for the defects of heads and ends.</summary>
public sealed partial class WarcReader
{
    private void ReportHead(HeadEnd end, long offset)
    {
        var isTooLarge = end == HeadEnd.TooLarge;
        var message = isTooLarge
            ? $"The head of the record has no blank line in {Text(Options.MaxHeadBytes)} bytes; the record was left out."
            : "The head of the record ends with the file or member; the record was left out.";
        _log.Add(isTooLarge ? WarcProblemCode.HeadTooLarge : WarcProblemCode.TruncatedHead, offset, message, WarcSeverity.Error);
    }

    private void ReportFaults(WarcRecord record, FieldFaults faults)
    {
        if (!VersionLine.IsKnown(record.Version))
        {
            var message = $"\"{record.Version}\" is no version known here; it is read as 1.1.";
            Report(record, WarcProblemCode.UnknownVersion, message, WarcSeverity.Warning);
        }

        ReportLines(record, faults);
        ReportValues(record);
    }

    private void ReportLines(WarcRecord record, FieldFaults faults)
    {
        if (faults == FieldFaults.None) return;
        if ((faults & FieldFaults.BadLine) != 0)
        {
            Report(record, WarcProblemCode.BadFieldLine, "A line of the head is no \"name: value\"; it was left out.", WarcSeverity.Error);
        }

        if ((faults & FieldFaults.Folded) != 0)
        {
            Report(record, WarcProblemCode.FoldedField, "A field goes on in a second line; the lines were joined.", WarcSeverity.Warning);
        }

        if ((faults & FieldFaults.BareLineFeed) != 0)
        {
            Report(record, WarcProblemCode.BareLineFeed, "A line of the head ends with LF; it must be CRLF.", WarcSeverity.Warning);
        }
    }

    private void ReportValues(WarcRecord record)
    {
        var uri = record.TargetUri;
        if (uri is not null && uri.AsSpan().IndexOfAny(' ', '\t') >= 0)
        {
            Report(record, WarcProblemCode.SpaceInUri, $"\"{Short(uri)}\" holds white space; a URI has it escaped.", WarcSeverity.Warning);
        }

        if (uri is not null && record.Version == "WARC/1.1" && record.Fields[WarcFields.TargetUri] != uri)
        {
            const string message = "The target URI stands in angle brackets; in 1.1 it must not.";
            Report(record, WarcProblemCode.BracketedUri, message, WarcSeverity.Warning);
        }

        if (record.Date is null && record.Fields[WarcFields.Date] is { } date)
        {
            Report(record, WarcProblemCode.BadDate, $"\"{Short(date)}\" is no date; write it as 2026-11-21T10:41:30Z.", WarcSeverity.Error);
        }
    }

    private void ReportLength(WarcRecord record, string text)
    {
        var message = $"Content-Length \"{Short(text)}\" is no number of octets; the block was taken as empty.";
        Report(record, WarcProblemCode.BadContentLength, message, WarcSeverity.Error);
    }

    private void ReportTruncated(WarcRecord record)
    {
        var (missing, length) = (Text(record.Block.Remaining), Text(record.ContentLength));
        var message = $"The block ends {missing} bytes before the {length} that Content-Length says.";
        Report(record, WarcProblemCode.TruncatedBlock, message, WarcSeverity.Error);
    }

    private void ReportEnd(WarcRecord record, WarcSeverity severity)
    {
        var message = severity == WarcSeverity.Error
            ? "The block is followed by bytes of no record; Content-Length may be wrong. The next record was searched from its start."
            : "The block is not followed by two CRLF.";
        Report(record, WarcProblemCode.MissingRecordEnd, message, severity);
    }

    private static string Short(string text) => text.Length <= 200 ? text : text[..200] + "…";
}
