using Trawl.Recording.Revalidating;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;
using Trawl.Recording.Capturing;
using Trawl.Warc;
using Trawl.Warc.Reading;

namespace Trawl.Recording.Reading;

/// <summary>Reads exchanges from the capture's files by place. A reader serves one thread, so there is one for each at work.</summary>
internal sealed class CaptureRecords(string folder) : IDisposable
{
    private readonly ConcurrentDictionary<int, ConcurrentBag<WarcReader>> _idle = [];

    /// <exception cref="CaptureDamagedException">The files do not hold what the row says.</exception>
    public RecordedExchange Read(ExchangeRow row) => With(row.File, reader => Read(row, reader));

    public void Dispose()
    {
        foreach (var reader in _idle.Values.SelectMany(readers => readers))
        {
            reader.Dispose();
        }
    }

    private RecordedExchange Read(ExchangeRow row, WarcReader reader)
    {
        StoredMessage? answer = null;
        StoredMessage? kept = null;
        StoredMessage? sent = null;
        IReadOnlyList<Field> notes = [];
        var rendered = new StoredRendering();
        var url = row.Url;
        for (var offset = row.Offset; offset < row.Offset + row.Length;)
        {
            var record = reader.ReadAt(offset) ?? throw Damaged(row.File, offset, "no record begins here.");
            switch (record.Type)
            {
                case WarcRecordType.Response or WarcRecordType.Revisit: (kept, answer) = (answer, StoredMessage.Read(record)); break;
                case WarcRecordType.Request: sent = StoredMessage.Read(record); break;
                case WarcRecordType.Resource when !rendered.TryTake(record): throw Damaged(row.File, offset, "its digest differs.");
                case WarcRecordType.Metadata: notes = StoredNotes.Read(record); break;
            }

            url ??= record.TargetUri;
            var position = record.Finish();
            if (position is not { Length: > 0 } || record.Problems.Any(p => p.Severity == WarcSeverity.Error))
            {
                throw Damaged(row.File, offset, record.Problems.Count > 0 ? record.Problems[0].Message : "the record has no end.");
            }

            offset += position.Value.Length;
        }

        return sent is null
            ? throw Damaged(row.File, row.Offset, "the exchange has no request record.")
            : rendered.Over(kept is null ? Compose(row, url!, sent, answer, notes) : Kept(row, url!, sent, answer!, kept, notes));
    }

    private RecordedExchange Kept(
        ExchangeRow row, string url, StoredMessage sent, StoredMessage answer, StoredMessage kept, IReadOnlyList<Field> notes) =>
        Compose(row, url, sent, answer, notes, Checked(row, kept.Body)) with
        {
            Headers = KeptHead.Of(kept.Headers, answer.Headers),
            Received = answer.Body.Length,
            Kept = new KeptAnswer(kept.Date, kept.Head),
        };

    private RecordedExchange Compose(ExchangeRow row, string url, StoredMessage sent, StoredMessage? answer, IReadOnlyList<Field> notes)
    {
        var body = answer is null ? default : Checked(row, row.BodyAt is { } place ? BodyAt(place) : answer.Body);
        return Compose(row, url, sent, answer, notes, body);
    }

    private static RecordedExchange Compose(
        ExchangeRow row, string url, StoredMessage sent, StoredMessage? answer, IReadOnlyList<Field> notes, ReadOnlyMemory<byte> body) => new()
    {
        RequestId = row.RequestId,
        RobotsOf = row.RobotsOf,
        Attempt = row.Attempt,
        Url = url,
        Method = sent.FirstWord,
        RequestHead = sent.Head,
        RequestBody = sent.Body,
        Status = row.Status,
        ResponseHead = answer?.Head ?? default,
        Headers = answer?.Headers ?? [],
        Body = body,
        Received = body.Length,
        Notes = StoredNotes.Notes(notes),
        Error = StoredNotes.Error(notes),
        Address = sent.Address,
        Protocol = StoredNotes.Protocol(notes),
        StartedAt = row.StartedAt,
        Duration = row.Duration,
        File = row.File,
        Offset = row.Offset,
        Length = row.Length,
        IsRevisit = row.BodyAt is not null,
    };

    private ReadOnlyMemory<byte> BodyAt(CapturePlace place) => With(place.File, reader =>
    {
        var record = reader.ReadAt(place.Offset);
        return record?.Type == WarcRecordType.Response
            ? StoredMessage.Read(record).Body
            : throw Damaged(place.File, place.Offset, "the body that a later answer refers to is not here.");
    });

    private ReadOnlyMemory<byte> Checked(ExchangeRow row, ReadOnlyMemory<byte> body)
    {
        Span<byte> sha1 = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(body.Span, sha1);
        var place = row.BodyAt ?? new CapturePlace(row.File, row.Offset);
        return sha1.SequenceEqual(row.Digest.Span)
            ? body
            : throw Damaged(place.File, place.Offset, "the body is not the one that was recorded: its digest differs.");
    }

    private T With<T>(int file, Func<WarcReader, T> read)
    {
        var idle = _idle.GetOrAdd(file, _ => []);
        var reader = idle.TryTake(out var free) ? free : Open(file);
        try
        {
            var result = read(reader);
            idle.Add(reader);
            return result;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private WarcReader Open(int file)
    {
        try
        {
            return WarcReader.Open(CapturePath.Of(folder, file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Damaged(file, 0, error.Message);
        }
    }

    private CaptureDamagedException Damaged(int file, long offset, string problem) =>
        new(CapturePath.Of(folder, file), offset, problem);
}
