using System.Collections.Concurrent;
using Trawl.Engine.Seams.Fetching;
using Trawl.Warc;
using Trawl.Warc.Http;
using Trawl.Warc.Indexing;
using Trawl.Warc.Reading;
using Trawl.Web.Urls;

namespace Trawl.Recording.Archives;

/// <summary>Reads answers by their index entries, and the bodies that revisits refer to. For any number of threads.</summary>
internal sealed class ArchiveRecords(IReadOnlyList<ArchiveMember> members, ArchiveIndex index, UrlCanonicalizer canonical) : IDisposable
{
    private readonly ConcurrentDictionary<int, ConcurrentBag<ArchiveSource>> _idle = [];

    /// <exception cref="ArchiveDamageException">The record cannot be read.</exception>
    public ArchivedAnswer Read(CdxEntry entry, long maxBody)
    {
        var (answer, revisit) = With(entry, reader => Read(entry, reader, maxBody));
        if (revisit is null)
        {
            return answer;
        }

        var original = Original(entry, revisit)
            ?? throw new ArchiveDamageException(MemberOf(entry), entry.Position.Offset, "the record that this revisit refers to is in none of the archives");
        var (stored, chained) = With(original, reader => Read(original, reader, maxBody));
        if (chained is not null)
        {
            throw new ArchiveDamageException(MemberOf(entry), entry.Position.Offset, "this revisit refers to another revisit");
        }

        // A revisit may have a head of its own; that of "not modified" is not the answer.
        return answer.Status is 0 or 304
            ? stored with { Date = answer.Date }
            : answer with { Body = stored.Body, IsTooLarge = stored.IsTooLarge };
    }

    public void Dispose()
    {
        foreach (var source in _idle.Values.SelectMany(sources => sources))
        {
            source.Dispose();
        }
    }

    private (ArchivedAnswer Answer, FieldList? Revisit) Read(CdxEntry entry, WarcReader reader, long maxBody)
    {
        if (reader.ReadAt(entry.Position.Offset) is not { } record)
        {
            throw new ArchiveDamageException(MemberOf(entry), entry.Position.Offset, "no record begins here");
        }

        var http = record.Type == WarcRecordType.Resource ? null : record.ReadHttpHead();
        using var payload = record.OpenPayload();
        var (body, isTooLarge) = ReadBody(payload, maxBody);
        record.Finish();
        if (record.Problems.FirstOrDefault(p => p.Severity == WarcSeverity.Error && p.Code != WarcProblemCode.BadChunks) is { } problem
            && record.Position is null)
        {
            throw new ArchiveDamageException(MemberOf(entry), entry.Position.Offset, problem.Message);
        }

        var date = record.Date ?? DateTimeOffset.UnixEpoch;
        var answer = http is null ? OfResource(record, body, isTooLarge, date) : OfHttp(http, body, isTooLarge, date);
        return (answer, record.Type == WarcRecordType.Revisit ? record.Fields : null);
    }

    private static ArchivedAnswer OfHttp(HttpHead http, byte[] body, bool isTooLarge, DateTimeOffset date) => new(
        http.StatusCode,
        http.StartLine,
        [.. http.Fields.Where(f => !f.Name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)).Select(f => new FetchHeader(f.Name, f.Value))],
        body,
        isTooLarge,
        date);

    private static ArchivedAnswer OfResource(WarcRecord record, byte[] body, bool isTooLarge, DateTimeOffset date) => new(
        record.Type == WarcRecordType.Resource ? 200 : 0,
        "HTTP/1.1 200 OK",
        record.Fields[WarcFields.ContentType] is { } type ? [new FetchHeader("Content-Type", type)] : [],
        body,
        isTooLarge,
        date);

    private static (byte[] Body, bool IsTooLarge) ReadBody(Stream payload, long maxBody)
    {
        var body = new MemoryStream();
        var piece = new byte[64 << 10];
        for (int read; (read = payload.Read(piece)) > 0;)
        {
            if (body.Length + read > maxBody)
            {
                return ([], true);
            }

            body.Write(piece, 0, read);
        }

        return (body.ToArray(), false);
    }

    // By place and time, as the standard wants it; by what it holds, where that is all there is (wget).
    private CdxEntry? Original(CdxEntry revisit, FieldList fields)
    {
        if (fields[WarcFields.RefersToTargetUri] is { } uri && ArchiveKey.Canonical(uri.Trim('<', '>'), canonical) is { } key
            && WarcDate.TryParse(fields[WarcFields.RefersToDate], out var date))
        {
            var timestamp = WarcDate.Format14(date);
            var found = index.All(key).FirstOrDefault(e => e.Timestamp == timestamp && e.Mime != "warc/revisit" && e.Position != revisit.Position);
            if (found is not null)
            {
                return found;
            }
        }

        return fields[WarcFields.PayloadDigest] is { } digest ? index.All(ArchiveKey.OfDigest(digest)).FirstOrDefault() : null;
    }

    private ArchiveMember MemberOf(CdxEntry entry) => members[ArchiveIndex.Number(entry.Filename)];

    private T With<T>(CdxEntry entry, Func<WarcReader, T> read)
    {
        var idle = _idle.GetOrAdd(ArchiveIndex.Number(entry.Filename), _ => []);
        var source = idle.TryTake(out var free) ? free : Open(entry);
        var isWell = false;
        try
        {
            var result = read(source.Reader);
            isWell = true;
            return result;
        }
        finally
        {
            if (isWell)
            {
                idle.Add(source);
            }
            else
            {
                source.Dispose();
            }
        }
    }

    private ArchiveSource Open(CdxEntry entry)
    {
        try
        {
            return ArchiveSource.Open(MemberOf(entry), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveDamageException(MemberOf(entry), 0, error.Message);
        }
    }
}
