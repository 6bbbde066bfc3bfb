using Trawl.Warc.Compression;
using Trawl.Warc.Http;

namespace Trawl.Warc.Reading;

/// <summary>
/// One record as it was found (ISO 28500:2017 §4). Its fields stay; its block streams past once and only until the reader
/// goes on.
/// </summary>
public sealed class WarcRecord
{
    /// <summary>A block that says it is no longer gets its memory at once; a longer one has to show that it is.</summary>
    private const long Believed = 4 << 20;

    private readonly WarcReader _reader;
    private List<WarcProblem>? _problems;
    private bool _isHeadRead, _isDateRead;
    private DateTimeOffset? _date;
    private HttpHead? _http;

    internal WarcRecord(WarcReader reader, long offset, string version, FieldList fields)
    {
        (_reader, Offset, Version, Fields) = (reader, offset, version, fields);
        TypeName = fields[WarcFields.Type] ?? "";
        Type = WarcTypeNames.Parse(TypeName);
        TargetUri = Bare(fields[WarcFields.TargetUri]);
    }

    /// <summary>The version line, as <c>WARC/1.1</c>.</summary>
    public string Version { get; }

    /// <summary>The type (§5.5).</summary>
    public WarcRecordType Type { get; }

    /// <summary>The type as written; empty when it is missing.</summary>
    public string TypeName { get; }

    /// <summary>All fields of the head.</summary>
    public FieldList Fields { get; }

    /// <summary>The record's id as written, with its angle brackets (§5.2).</summary>
    public string? RecordId => Fields[WarcFields.RecordId];

    /// <summary>The target URI (§5.14), without the angle brackets of version 1.0.</summary>
    public string? TargetUri { get; }

    /// <summary>The date (§5.4), or null when it is missing or none.</summary>
    public DateTimeOffset? Date
    {
        get
        {
            if (!_isDateRead && WarcDate.TryParse(Fields[WarcFields.Date], out var date)) _date = date;
            _isDateRead = true;
            return _date;
        }
    }

    /// <summary>Octets in the block (§5.3); 0 when the field is missing or none.</summary>
    public long ContentLength { get; internal set; }

    /// <summary>First byte of the record or of its gzip member in the file.</summary>
    public long Offset { get; }

    /// <summary>
    /// Where the record stands, once it was read to its end. Null before that, and for good when it has no byte range of
    /// its own: its gzip member is broken or holds other records too.
    /// </summary>
    public WarcPosition? Position { get; internal set; }

    /// <summary>The problems found with this record so far.</summary>
    public IReadOnlyList<WarcProblem> Problems => _problems ?? (IReadOnlyList<WarcProblem>)[];

    /// <summary>Whether the block is an HTTP message (§6.3.2, §6.5.2).</summary>
    public bool IsHttp => Fields[WarcFields.ContentType] is { } type
        ? type.StartsWith("application/http", StringComparison.OrdinalIgnoreCase)
        : Type is WarcRecordType.Response or WarcRecordType.Request && TargetUri is { } uri && IsWeb(uri);

    internal BlockSource Block { get; set; } = null!;

    /// <summary>Where the block begins, in a file that is not compressed.</summary>
    internal long BlockOffset { get; set; }

    /// <summary>Whether nobody knows where the block ends.</summary>
    internal bool HasUnknownEnd { get; set; }

    /// <summary>The rest of the block as a stream, valid until the reader goes on.</summary>
    public Stream OpenBlock() => new SourceStream(Block, Block);

    /// <summary>The rest of the block, but no more than that many bytes.</summary>
    public byte[] ReadBlock(int maxBytes) => ReadAll(Block, maxBytes);

    /// <summary>
    /// The head of the HTTP message in the block, or null when there is none (then the block stays unread) or it cannot be
    /// read (<see cref="WarcProblemCode.BadHttpHead"/>). What follows in the block is the payload.
    /// </summary>
    public HttpHead? ReadHttpHead()
    {
        if (_isHeadRead || !IsHttp || ContentLength == 0) return _http;
        _isHeadRead = true;
        var end = HeadReader.Read(Block, _reader.Options.MaxHeadBytes, out var head);
        _http = end == HeadEnd.TooLarge ? null : HttpHead.TryParse(head, isWhole: end == HeadEnd.BlankLine);
        if (_http is null)
        {
            const string message = "The block is no HTTP message: it has no start line, or no blank line.";
            Report(WarcProblemCode.BadHttpHead, message, WarcSeverity.Error);
        }
        else if (_http.IsChunked)
        {
            const string message = "The block says \"Transfer-Encoding: chunked\"; its payload is read without chunks.";
            Report(WarcProblemCode.ChunkedBlock, message, WarcSeverity.Warning);
        }

        return _http;
    }

    /// <summary>
    /// The payload as a stream, valid until the reader goes on: what follows the HTTP head, without chunks (§6.3.2), or the
    /// whole block where it is no HTTP message.
    /// </summary>
    public Stream OpenPayload() => new SourceStream(Payload(), Block);

    /// <summary>The payload, but no more than that many bytes.</summary>
    public byte[] ReadPayload(int maxBytes) => ReadAll(Payload(), maxBytes);

    /// <summary>
    /// Reads the block and compares it with its digests (§5.8, §5.9). A payload digest is right when it is that of the body
    /// as stored or of the body without chunks: both are in use. Ask before anything else of the block is read.
    /// </summary>
    /// <returns>Whether no digest is wrong; what is wrong is in <see cref="Problems"/>.</returns>
    /// <exception cref="InvalidOperationException">Something of the block was read before.</exception>
    public bool VerifyDigests() => DigestCheck.Run(this);

    /// <summary>Reads to the end of the record, so that <see cref="Position"/> and <see cref="Problems"/> are final.</summary>
    public WarcPosition? Finish()
    {
        _reader.Finish(this);
        return Position;
    }

    internal ByteSource Payload()
    {
        var http = ReadHttpHead();
        return http is { IsChunked: true } ? new ChunkedSource(Block, ReportBadChunks) : Block;
    }

    internal void Add(WarcProblem problem) => (_problems ??= []).Add(problem);

    internal void Report(WarcProblemCode code, string message, WarcSeverity severity) =>
        _reader.Report(this, code, message, severity);

    private static byte[] ReadAll(ByteSource source, int maxBytes)
    {
        if (source is BlockSource { Remaining: <= Believed } block && block.Remaining <= maxBytes)
        {
            var bytes = GC.AllocateUninitializedArray<byte>((int)block.Remaining);
            var read = block.Read(bytes);
            return read == bytes.Length ? bytes : bytes[..read];
        }

        var gathered = new MemoryStream();
        while (gathered.Length < maxBytes && source.Fill())
        {
            var piece = (int)Math.Min(source.Available.Length, maxBytes - gathered.Length);
            gathered.Write(source.Available[..piece]);
            source.Advance(piece);
        }

        return gathered.ToArray();
    }

    private static string? Bare(string? uri) => uri is ['<', .., '>'] ? uri[1..^1] : uri;

    private static bool IsWeb(string uri) => uri.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private void ReportBadChunks()
    {
        const string message = "The body says it is chunked, and is not, or stops inside a chunk. It is read as it stands from there.";
        Report(WarcProblemCode.BadChunks, message, WarcSeverity.Error);
    }
}
