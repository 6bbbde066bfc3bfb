using System.Buffers.Text;
using System.Globalization;
using Trawl.Warc.Compression;
using Trawl.Warc.Indexing;
using Trawl.Warc.Packages;

namespace Trawl.Warc.Reading;

/// <summary>
/// Reads the records of a WARC file (ISO 28500:2017; also versions 1.0 and 0.18) one after the other, or one by its offset:
/// plain, gzip member by member, gzip as a whole, and mixtures of them. Any stream will do; one that can seek lets the
/// reader go back behind a defect. No input makes it throw, hang or grow without bound: a defect is a
/// <see cref="WarcProblem"/>, and reading goes on at the next record that can be found. For one thread at a time.
/// </summary>
public sealed partial class WarcReader : IDisposable
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly FileFeed _feed;
    private readonly GzipMember _member;
    private readonly Resync _resync;
    private readonly ProblemLog _log;
    private readonly Action<WarcRecord, WarcProblemCode, string, WarcSeverity> _report;
    private WarcRecord? _current;
    private bool _isInMember, _hasFailed;
    private long _memberOffset;
    private int _recordsInMember;

    /// <summary>Reads from where the stream stands.</summary>
    /// <param name="stream">The file's bytes.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="leaveOpen">Whether the stream outlives the reader.</param>
    public WarcReader(Stream stream, WarcReaderOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        (_stream, _leaveOpen, Options) = (stream, leaveOpen, options ?? WarcReaderOptions.Default);
        _feed = new FileFeed(stream);
        _member = new GzipMember(_feed);
        _resync = new Resync(_feed);
        _log = new ProblemLog(Options);
        _report = Report;
    }

    /// <summary>The limits in force.</summary>
    public WarcReaderOptions Options { get; }

    /// <summary>The first problems, at most <see cref="WarcReaderOptions.MaxProblems"/>.</summary>
    public IReadOnlyList<WarcProblem> Problems => _log.Kept;

    /// <summary>How many problems there were.</summary>
    public long ProblemCount => _log.Count;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="length">How many of its bytes count, for a file that still grows; null for all.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static WarcReader Open(string path, WarcReaderOptions? options = null, long? length = null)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return new WarcReader(length is { } bytes ? new RangeStream(file, 0, bytes, leaveOpen: false) : file, options);
    }

    /// <summary>The next record, or null at the end. What was not read of the one before is passed over.</summary>
    public WarcRecord? Read()
    {
        if (_current is not null) Finish(_current);
        while (true)
        {
            var record = _isInMember ? NextInMember() : NextInFile();
            if (record is not null) return _current = record;
            if (!_isInMember && !_feed.Fill()) return End();
        }
    }

    /// <summary>
    /// The record at that offset, as a <see cref="WarcPosition"/> or an index has it; null when there is none, with the reason
    /// in <see cref="Problems"/>. <see cref="Read"/> goes on behind it.
    /// </summary>
    /// <param name="offset">From the start of the stream, in bytes.</param>
    public WarcRecord? ReadAt(long offset)
    {
        _current?.Block.Close();
        (_current, _isInMember) = (null, false);
        if (offset < 0 || !_feed.TryGoTo(offset))
        {
            _log.Add(WarcProblemCode.UnreadableStream, offset, "The stream cannot go to that offset.", WarcSeverity.Error);
            return null;
        }

        _feed.Ensure(VersionLine.MaxLength);
        if (GzipMember.IsHead(_feed.Available)) BeginMember();
        var source = _isInMember ? (ByteSource)_member : _feed;
        source.Ensure(VersionLine.MaxLength);
        if (VersionLine.IsAt(source.Available))
        {
            _recordsInMember = 1;
            return _current = ReadRecord(source, offset);
        }

        _isInMember = false;
        _log.Add(WarcProblemCode.Garbage, offset, "No record begins at that offset.", WarcSeverity.Error);
        return null;
    }

    /// <summary>
    /// The record that an entry of an index names; null when it does not stand there, with the reason in
    /// <see cref="Problems"/>. <see cref="Read"/> goes on behind it.
    /// </summary>
    /// <param name="entry">An entry of this file's index.</param>
    public WarcRecord? ReadAt(CdxEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (ReadAt(entry.Position.Offset) is not { } record) return null;
        if (entry.Url.Length == 0 || record.TargetUri == entry.Url) return record;
        var message = $"The index says that \"{Short(entry.Url)}\" stands here, and it is \"{Short(record.TargetUri ?? "")}\".";
        Report(record, WarcProblemCode.WrongIndex, message, WarcSeverity.Error);
        return null;
    }

    /// <summary>Ends the reading, and closes the stream unless it was to stay open.</summary>
    public void Dispose()
    {
        _current?.Block.Close();
        if (!_leaveOpen) _stream.Dispose();
    }

    internal void Report(WarcRecord record, WarcProblemCode code, string message, WarcSeverity severity) =>
        record.Add(_log.Add(code, record.Offset, message, severity));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private WarcRecord? End()
    {
        if (_feed.Failure is { } failure && !_hasFailed)
        {
            _hasFailed = true;
            _log.Add(WarcProblemCode.UnreadableStream, _feed.Offset, $"The stream failed: {failure.Message}", WarcSeverity.Error);
        }

        return null;
    }

    private WarcRecord? NextInFile()
    {
        var start = _feed.Offset;
        if (SkipLineEnds(_feed, int.MaxValue) > 0)
        {
            const string message = "Blank lines stand between records; exactly two line ends belong behind each. They were skipped.";
            _log.Add(WarcProblemCode.Garbage, start, message, WarcSeverity.Warning);
        }

        if (!_feed.Fill()) return null;
        _feed.Ensure(VersionLine.MaxLength);
        if (VersionLine.IsAt(_feed.Available)) return ReadRecord(_feed, _feed.Offset);
        if (GzipMember.IsHead(_feed.Available)) BeginMember();
        else SkipGarbage(_feed.Offset);
        return null;
    }

    private void SkipGarbage(long from)
    {
        var skipped = _resync.Search(from, membersOnly: false);
        var message = $"{Text(skipped)} bytes that are no record were skipped.";
        _log.Add(WarcProblemCode.Garbage, from, message, WarcSeverity.Error);
    }

    private WarcRecord? ReadRecord(ByteSource source, long offset)
    {
        var end = HeadReader.Read(source, Options.MaxHeadBytes, out var head);
        if (end != HeadEnd.BlankLine)
        {
            ReportHead(end, offset);
            if (!_isInMember) _resync.Search(offset + 1, membersOnly: false);
            return null;
        }

        var faults = FieldFaults.None;
        var at = 0;
        FieldParser.TryLine(head, ref at, out var start, out var lineEnd, ref faults);
        var fields = FieldParser.Parse(head, at, ref faults);
        var record = new WarcRecord(this, offset, VersionLine.Text(head.AsSpan(start..lineEnd)), fields);
        ReportFaults(record, faults);
        RecordCheck.Run(record, _report);
        BeginBlock(record, source);
        return record;
    }

    private void BeginBlock(WarcRecord record, ByteSource source)
    {
        var length = 0L;
        var at = record.Fields.IndexOf(WarcFields.ContentLength);
        if (at < 0 || !TryLength(record.Fields.ValueBytes(at), out length))
        {
            record.HasUnknownEnd = true;
            if (at >= 0) ReportLength(record, record.Fields.ValueAt(at));
        }
        else if (length > Options.MaxBlockBytes)
        {
            record.HasUnknownEnd = true;
            var message = $"The block says it has {Text(length)} bytes; the limit is {Text(Options.MaxBlockBytes)}. It was not read.";
            Report(record, WarcProblemCode.BlockTooLarge, message, WarcSeverity.Error);
        }

        record.ContentLength = record.HasUnknownEnd ? 0 : length;
        record.BlockOffset = _isInMember ? 0 : _feed.Offset;
        record.Block = new BlockSource(source, record.ContentLength);
    }

    private static bool TryLength(ReadOnlySpan<byte> text, out long length) =>
        Utf8Parser.TryParse(text, out length, out var used) && used == text.Length && length >= 0
        && text[0] is >= (byte)'0' and <= (byte)'9';
}
