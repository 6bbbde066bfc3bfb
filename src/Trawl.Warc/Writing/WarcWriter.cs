using System.Globalization;
using System.Security.Cryptography;
using Trawl.Warc.Http;

namespace Trawl.Warc.Writing;

/// <summary>
/// Writes WARC 1.1 (ISO 28500:2017), record by record, whole records only: one that fails leaves nothing behind in a stream
/// that can seek. Each has its own gzip member and so its own byte range. No clock and no network; the same calls with the
/// same ids give the same bytes. For one thread at a time.
/// </summary>
public sealed class WarcWriter : IDisposable
{
    private const string WarcFieldsType = "application/warc-fields";

    private readonly Stream _stream;
    private readonly WarcWriterOptions _options;
    private readonly RecordOutput _output;
    private readonly bool _leaveOpen;
    private readonly HeadText _head = new(isHttp: false);
    private readonly HeadText _blockHead = new(isHttp: true);
    private string? _warcinfoId;

    /// <summary>Writes to where the stream stands.</summary>
    /// <param name="stream">The output. One that cannot seek will do for bodies in memory.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="offset">Where in the file that is; null for the stream's own position (0 when it cannot seek).</param>
    /// <param name="leaveOpen">Whether the stream outlives the writer.</param>
    public WarcWriter(Stream stream, WarcWriterOptions? options = null, long? offset = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        (_stream, _options, _leaveOpen) = (stream, options ?? WarcWriterOptions.Default, leaveOpen);
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Level, 0, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.Level, 9, nameof(options));
        _output = new RecordOutput(stream, _options, offset ?? (stream.CanSeek ? stream.Position : 0));
    }

    /// <summary>Where the next record will begin.</summary>
    public long Offset => _output.Offset;

    /// <summary>
    /// A <c>warcinfo</c> record (§6.2). Adds which format this is and that bodies are stored without transfer coding. The
    /// records that follow refer to it (§5.16).
    /// </summary>
    /// <param name="date">When writing began.</param>
    /// <param name="fields">As <c>software</c>, <c>operator</c>, <c>robots</c>, <c>http-header-user-agent</c>.</param>
    /// <param name="filename">The file's name without its folder (§5.17), or null.</param>
    public WarcWritten WriteInfo(DateTimeOffset date, IReadOnlyList<Field> fields, string? filename = null)
    {
        var body = FieldsBody(
        [
            .. fields, new("format", "WARC File Format 1.1"),
            new("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
            new("transfer-coding", "none: bodies are stored without transfer coding, and without the Transfer-Encoding field"),
        ]);
        _blockHead.Clear();
        var id = NewId();
        BeginHead(WarcRecordType.Warcinfo, id, date, WarcFieldsType);
        _head.Add(WarcFields.Filename, filename);
        var written = Write(id, body, payloadDigest: null);
        _warcinfoId = id;
        return written;
    }

    /// <summary>A <c>request</c> record (§6.5).</summary>
    public WarcWritten WriteRequest(WarcEnvelope envelope, HttpMessage request) =>
        WriteMessage(WarcRecordType.Request, "application/http;msgtype=request", envelope, request);

    /// <summary>A <c>response</c> record (§6.3).</summary>
    public WarcWritten WriteResponse(WarcEnvelope envelope, HttpMessage response) =>
        WriteMessage(WarcRecordType.Response, "application/http;msgtype=response", envelope, response);

    /// <summary>A <c>resource</c> record (§6.4): bytes without a protocol, as a screenshot under a URI of its own.</summary>
    public WarcWritten WriteResource(WarcEnvelope envelope, string contentType, WarcBody body)
    {
        _blockHead.Clear();
        var id = Begin(WarcRecordType.Resource, contentType, envelope);
        return Write(id, body, envelope.PayloadDigest ?? PayloadDigest(body));
    }

    /// <summary>A <c>metadata</c> record (§6.6) of named fields, as <c>via</c>, <c>hopsFromSeed</c>, <c>fetchTimeMs</c>.</summary>
    public WarcWritten WriteMetadata(WarcEnvelope envelope, IReadOnlyList<Field> fields) =>
        WriteMetadata(envelope, WarcFieldsType, FieldsBody(fields));

    /// <summary>A <c>metadata</c> record (§6.6) of any media type.</summary>
    public WarcWritten WriteMetadata(WarcEnvelope envelope, string contentType, WarcBody body)
    {
        _blockHead.Clear();
        var id = Begin(WarcRecordType.Metadata, contentType, envelope);
        _head.Add(WarcFields.RefersTo, envelope.RefersTo);
        return Write(id, body, payloadDigest: null);
    }

    /// <summary>
    /// A <c>revisit</c> record for a payload that was stored before (§6.7.2): the answer's head is kept, its body is not.
    /// </summary>
    /// <param name="envelope">The fields of this capture.</param>
    /// <param name="original">The record that holds the payload.</param>
    /// <param name="payloadDigest">The labelled digest that both payloads have.</param>
    /// <param name="response">The answer; its body is left out.</param>
    public WarcWritten WriteRevisit(WarcEnvelope envelope, RevisitOf original, string payloadDigest, HttpMessage response)
    {
        ArgumentException.ThrowIfNullOrEmpty(payloadDigest);
        var truncated = envelope with { Truncated = WarcTruncation.Length };
        return WriteRevisit(truncated, RevisitProfiles.IdenticalPayloadDigest, original, payloadDigest, response);
    }

    /// <summary>A <c>revisit</c> record for an answer that says that nothing changed (§6.7.3), as status 304.</summary>
    public WarcWritten WriteNotModified(WarcEnvelope envelope, RevisitOf original, HttpMessage response) =>
        WriteRevisit(envelope, RevisitProfiles.ServerNotModified, original, payloadDigest: null, response);

    /// <summary>
    /// A copy of a record that was read: its fields as they are, its block, as far as it can be read. For records that have no
    /// byte range of their own.
    /// </summary>
    /// <param name="record">A record nothing was read of.</param>
    public WarcWritten WriteCopy(Reading.WarcRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        using var block = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose,
        });
        using (var source = record.OpenBlock()) source.CopyTo(block);
        block.Position = 0;
        _blockHead.Clear();
        _head.Clear();
        _head.Line(record.Version);
        foreach (var field in record.Fields.Where(f => !f.Name.Equals(WarcFields.ContentLength, StringComparison.OrdinalIgnoreCase)))
        {
            _head.Add(field.Name, field.Value);
        }

        _head.Add(WarcFields.ContentLength, block.Length);
        _head.End();
        return new WarcWritten(_output.Write(_head.Bytes, default, WarcBody.FromStream(block)), record.RecordId ?? "", null);
    }

    /// <summary>Flushes the stream's own buffer; whether it reaches the disk is the stream's matter.</summary>
    public void Flush() => _stream.Flush();

    /// <summary>Closes the stream, unless it was to stay open.</summary>
    public void Dispose()
    {
        if (!_leaveOpen) _stream.Dispose();
    }

    private static byte[] FieldsBody(IReadOnlyList<Field> fields)
    {
        var text = new HeadText(isHttp: false);
        foreach (var field in fields) text.Add(field.Name, field.Value);
        return text.Bytes.ToArray();
    }

    private WarcWritten WriteMessage(WarcRecordType type, string contentType, WarcEnvelope envelope, HttpMessage message)
    {
        HttpHeadText.Compose(_blockHead, message, hasBody: true);
        var id = Begin(type, contentType, envelope);
        return Write(id, message.Body, envelope.PayloadDigest ?? PayloadDigest(message.Body));
    }

    private WarcWritten WriteRevisit(
        WarcEnvelope envelope, string profile, RevisitOf original, string? payloadDigest, HttpMessage response)
    {
        HttpHeadText.Compose(_blockHead, response, hasBody: false);
        var id = Begin(WarcRecordType.Revisit, "application/http;msgtype=response", envelope);
        _head.Add(WarcFields.Profile, profile);
        _head.Add(WarcFields.RefersTo, original.RecordId);
        _head.Add(WarcFields.RefersToTargetUri, HeadText.Uri(original.TargetUri));
        _head.Add(WarcFields.RefersToDate, WarcDate.Format(original.Date));
        return Write(id, default, payloadDigest);
    }

    private string Begin(WarcRecordType type, string contentType, WarcEnvelope envelope)
    {
        var id = envelope.RecordId ?? NewId();
        BeginHead(type, id, envelope.Date, contentType);
        _head.Add(WarcFields.TargetUri, HeadText.Uri(envelope.TargetUri));
        foreach (var other in envelope.ConcurrentTo) _head.Add(WarcFields.ConcurrentTo, other);
        _head.Add(WarcFields.IpAddress, envelope.IpAddress?.ToString());
        _head.Add(WarcFields.WarcinfoId, envelope.WarcinfoId ?? _warcinfoId);
        if (envelope.Truncated != WarcTruncation.None)
        {
            _head.Add(WarcFields.Truncated, envelope.Truncated.ToString().ToLowerInvariant());
        }

        foreach (var field in envelope.Extra) _head.Add(field.Name, field.Value);
        return id;
    }

    private void BeginHead(WarcRecordType type, string id, DateTimeOffset date, string contentType)
    {
        _head.Clear();
        _head.Line("WARC/1.1");
        _head.Add(WarcFields.Type, WarcTypeNames.Of(type));
        _head.Add(WarcFields.RecordId, id);
        _head.Add(WarcFields.Date, WarcDate.Format(date));
        _head.Add(WarcFields.ContentType, contentType);
    }

    private WarcWritten Write(string id, WarcBody body, string? payloadDigest)
    {
        _head.Add(WarcFields.PayloadDigest, payloadDigest);
        if (_options.BlockDigests) _head.Add(WarcFields.BlockDigest, BlockDigest(body));
        _head.Add(WarcFields.ContentLength, _blockHead.Bytes.Length + body.Length);
        _head.End();
        return new WarcWritten(_output.Write(_head.Bytes, _blockHead.Bytes, body), id, payloadDigest);
    }

    private string? PayloadDigest(WarcBody body)
    {
        if (!_options.PayloadDigests) return null;
        if (body.Stream is null) return WarcDigest.Sha1(body.Bytes.Span);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        body.ForEachPiece(hash.AppendData);
        return WarcDigest.LabelSha1(hash.GetHashAndReset());
    }

    private string BlockDigest(WarcBody body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_blockHead.Bytes);
        body.ForEachPiece(hash.AppendData);
        return WarcDigest.LabelSha256(hash.GetHashAndReset());
    }

    private string NewId() => "<urn:uuid:" + _options.NewId().ToString("D", CultureInfo.InvariantCulture) + ">";
}
