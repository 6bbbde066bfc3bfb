using System.Net;
using System.Security.Cryptography;
using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;
using Trawl.Warc;
using Trawl.Warc.Http;
using Trawl.Warc.Writing;

namespace Trawl.Recording.Capturing;

/// <summary>
/// Writes exchanges as WARC records: the answer (or that it was seen before), the request, and what the bytes cannot
/// say. For one thread.
/// </summary>
internal sealed class CaptureWriter(CaptureOptions options) : IDisposable
{
    /// <summary>A shorter body costs less than a reference to another.</summary>
    private const int LeastRevisit = 200;

    private const int BodiesKept = 16_384;

    private readonly CaptureOutput _output = new(options);
    private readonly ExchangeHeads _heads = new(options.Redaction);
    private readonly RecentBodies _bodies = new(BodiesKept);

    public void GoOn(IReadOnlyList<CaptureFile> committed) => _output.GoOn(committed);

    public IReadOnlyList<CaptureFile> Flush() => _output.Flush();

    public void Write(PendingExchange exchange)
    {
        var writer = _output.Open();
        var start = _output.Next;
        var (request, whole) = (exchange.Request, exchange.Result);
        var result = whole.Plain ?? whole;
        var envelope = Envelope(request, result);
        ReadOnlyMemory<byte> digest = default;
        CapturePlace? bodyAt = null;
        string[] concurrent = [];
        if (result.Status != 0)
        {
            digest = Digest(whole.Kept is null ? result : whole);
            var written = whole.Kept is null
                ? WriteAnswer(writer, envelope, result, digest.Span, out bodyAt)
                : KeptRecords.Write(writer, envelope, whole, digest.Span, _heads.Response(result));
            concurrent = [written.RecordId];
        }

        CrashPoints.Reach(CrashPoint.CaptureHalfway);
        var sent = writer.WriteRequest(
            envelope with { ConcurrentTo = concurrent }, HttpMessage.Raw(_heads.Request(request, result), request.Body));
        concurrent = [.. concurrent, sent.RecordId];
        if (!ReferenceEquals(result, whole) && whole.Kept is null)
        {
            concurrent = [.. concurrent, .. RenderedRecords.Write(writer, envelope with { ConcurrentTo = concurrent }, whole)];
        }

        if (ExchangeNotes.Of(whole) is { Count: > 0 } notes)
        {
            writer.WriteMetadata(envelope with { ConcurrentTo = concurrent }, notes);
        }

        _output.Grew();
        CrashPoints.Reach(CrashPoint.CaptureWritten);
        exchange.Written(Row(exchange, start, writer.Offset, digest, bodyAt));
    }

    public void Dispose() => _output.Dispose();

    private static ExchangeRow Row(
        PendingExchange exchange, CapturePlace start, long end, ReadOnlyMemory<byte> digest, CapturePlace? bodyAt) => new()
        {
            RequestId = exchange.Request.RequestId,
            RobotsOf = exchange.Request.RobotsOf,
            Attempt = exchange.Request.Attempt,
            Url = exchange.Request.RobotsOf is null ? null : exchange.Request.Url,
            File = start.File,
            Offset = start.Offset,
            Length = end - start.Offset,
            Digest = digest,
            BodyAt = bodyAt,
            StartedAt = exchange.Result.StartedAt,
            Duration = exchange.Result.Duration,
            Status = (exchange.Result.Plain ?? exchange.Result).Status,
            Error = exchange.Result.Error?.Kind,
        };

    private WarcEnvelope Envelope(FetchRequest request, FetchResult result) => new()
    {
        TargetUri = request.Url,
        Date = result.StartedAt,
        IpAddress = IPAddress.TryParse(result.Address, out var address) ? address : null,
        WarcinfoId = _output.InfoId,
    };

    private WarcWritten WriteAnswer(
        WarcWriter writer, WarcEnvelope envelope, FetchResult result, ReadOnlySpan<byte> digest, out CapturePlace? bodyAt)
    {
        bodyAt = null;
        var label = WarcDigest.LabelSha1(digest);
        var isWhole = result.Error is null;
        var head = _heads.Response(result);
        var mayRepeat = isWhole && result.BodyLength >= LeastRevisit;
        if (mayRepeat && _bodies.Find(digest) is { } seen)
        {
            bodyAt = seen.Place;
            return writer.WriteRevisit(
                envelope, new RevisitOf(_output.Ids.NameAt(seen.Place), seen.Url, seen.Date), label, HttpMessage.Raw(head));
        }

        if (mayRepeat)
        {
            _bodies.Add(digest, new RevisitTarget(_output.Next, envelope.TargetUri, envelope.Date));
        }

        using var body = result.BodyFile is null ? null : result.OpenBody();
        return writer.WriteResponse(
            envelope with { PayloadDigest = label, Truncated = ExchangeNotes.TruncationOf(result.Error) },
            HttpMessage.Raw(head, body is null ? WarcBody.FromBytes(result.Body) : WarcBody.FromStream(body)));
    }

    private static byte[] Digest(FetchResult result)
    {
        if (result.BodyFile is null)
        {
            return SHA1.HashData(result.Body.Span);
        }

        using var body = result.OpenBody();
        return SHA1.HashData(body);
    }
}
