using System.Globalization;
using System.Text;
using Trawl.Engine.Admission;
using Trawl.Engine.Seams.Fetching;
using Trawl.Model.Plans;

namespace Trawl.Recording.Archives;

/// <summary>
/// Answers from archives and never asks the network. What they do not hold ends in an error of its own; a robots.txt that
/// they do not hold counts as one that the site does not have.
/// </summary>
public sealed class ArchiveFetcher : IFetcher, IDisposable
{
    private readonly ArchiveIndex _index;
    private readonly ArchiveRecords _records;

    /// <param name="plan">A plan with archives.</param>
    /// <param name="folder">The index of them; it must be whole before the first request.</param>
    public ArchiveFetcher(PipelinePlan plan, ArchiveFolder folder)
    {
        _index = new ArchiveIndex(folder, plan.Archive?.At);
        _records = new ArchiveRecords(folder.Read()?.Members ?? [], _index, Canonical.Of(plan.Canonical));
    }

    /// <inheritdoc/>
    public ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Fetch(request));
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _records.Dispose();
        _index.Dispose();
    }

    private FetchResult Fetch(FetchRequest request)
    {
        if (_index.Find(ArchiveKey.Of(request.Method, request.Url, request.Body.Span)) is not { } entry)
        {
            return request.RobotsOf is not null
                ? new FetchResult { Status = 404 }
                : Failed(FetchErrorKind.NotRecorded, "None of the archives holds this request.");
        }

        try
        {
            return Answer(_records.Read(entry, request.MaxBody), request.MaxBody);
        }
        catch (ArchiveDamageException damage)
        {
            return Failed(FetchErrorKind.ArchiveDamaged, damage.Message);
        }
    }

    private static FetchResult Answer(ArchivedAnswer answer, long maxBody) => new()
    {
        Status = answer.Status,
        Headers = answer.Headers,
        Body = answer.Body,
        BodyLength = answer.Body.Length,
        RawResponseHead = Head(answer),
        StartedAt = answer.Date,
        Error = !answer.IsTooLarge ? null : new FetchError(FetchErrorKind.TooLarge, string.Create(
            CultureInfo.InvariantCulture, $"the body is larger than {maxBody} bytes, the limit of fetch.maxBody; raise it or exclude the URL")),
    };

    private static byte[] Head(ArchivedAnswer answer)
    {
        var text = new StringBuilder(answer.StartLine).Append("\r\n");
        foreach (var field in answer.Headers)
        {
            text.Append(field.Name).Append(": ").Append(field.Value).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(text.Append("\r\n").ToString());
    }

    private static FetchResult Failed(FetchErrorKind kind, string message) => new() { Error = new FetchError(kind, message) };
}
