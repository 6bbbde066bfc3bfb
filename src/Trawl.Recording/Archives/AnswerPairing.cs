using Trawl.Warc.Indexing;

namespace Trawl.Recording.Archives;

/// <summary>
/// Finds the request of each answer, which stands right before or behind it, to know method and body; an answer without one
/// is taken for that of a GET.
/// </summary>
internal sealed class AnswerPairing(CdxSorter entries)
{
    private IndexedAnswer? _answer;
    private IndexedRequest? _request;

    public long Answers { get; private set; }

    public void Add(IndexedRequest request)
    {
        _request = request;
        if (_answer is { } answer && request.BelongsTo(answer))
        {
            Write(answer, request);
        }
    }

    public void Add(IndexedAnswer answer)
    {
        Flush();
        _answer = answer;
        if (_request is { } request && request.BelongsTo(answer))
        {
            Write(answer, request);
        }
    }

    public void Flush()
    {
        if (_answer is { } answer)
        {
            Write(answer, null);
        }
    }

    private void Write(IndexedAnswer answer, IndexedRequest? request)
    {
        (_answer, _request) = (null, null);
        var key = request is null or { Method: "GET" } ? answer.Url : ArchiveKey.Of(request.Method, answer.Url, request.BodyHash);
        var isRevisit = answer.Type == Warc.WarcRecordType.Revisit;
        Answers++;
        entries.Add(Entry(answer, key) with { Mime = isRevisit ? "warc/revisit" : answer.Mime, Status = answer.Status });
        if (!isRevisit && answer.Digest is { } digest)
        {
            entries.Add(Entry(answer, ArchiveKey.OfDigest(digest)));
        }
    }

    private static CdxEntry Entry(IndexedAnswer answer, string key) =>
        new(key, answer.Timestamp, "", ArchiveKey.Member(answer.Member), answer.Position);
}
