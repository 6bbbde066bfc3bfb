using Trawl.Engine.Seams.Store;
using Trawl.Recording.Capturing;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;

namespace Trawl.Recording.Reading;

/// <summary>
/// The recorded exchanges of a run, also while the run is under way: what is committed. For any number of threads.
/// </summary>
public sealed class RunCapture : IDisposable
{
    private readonly ExchangeIndex _index;
    private readonly CaptureRecords _records;

    private RunCapture(string runFolder, ExchangeIndex index)
    {
        Folder = RunFiles.Capture(runFolder);
        _index = index;
        _records = new CaptureRecords(Folder);
    }

    /// <summary>The folder of the capture's files; it does not exist when nothing was captured.</summary>
    public string Folder { get; }

    /// <exception cref="RunStoreException">There is no run in the folder, or it cannot be read.</exception>
    public static RunCapture Open(string runFolder) => new(runFolder, ExchangeIndex.Open(runFolder));

    /// <summary>The files with the lengths that hold; what stands behind is not part of the capture.</summary>
    public IReadOnlyList<CaptureFile> Files() => _index.Files();

    /// <summary>Exchanges in the capture.</summary>
    public long Count() => _index.Count();

    /// <summary>The exchange of an attempt (from 0); null when it was not captured.</summary>
    /// <exception cref="CaptureDamagedException">The files do not hold what the index says.</exception>
    public RecordedExchange? Find(long requestId, int attempt) =>
        _index.Find(requestId, attempt) is { } row ? _records.Read(row) : null;

    /// <summary>Whether an attempt (from 0) was captured, without reading it.</summary>
    public bool Has(long requestId, int attempt) => _index.Find(requestId, attempt) is not null;

    /// <summary>When an attempt (from 0) began; null when it was not captured.</summary>
    public DateTimeOffset? BeganAt(long requestId, int attempt) => _index.Find(requestId, attempt)?.StartedAt;

    /// <summary>When the last look at a host's robots.txt before a time began; null when there is none.</summary>
    /// <param name="hostId">The host.</param>
    /// <param name="url">Where its robots.txt is; redirects lead elsewhere.</param>
    /// <param name="before">The time.</param>
    public DateTimeOffset? RobotsBeganAt(long hostId, string url, DateTimeOffset before) => _index.OfRobots(hostId)
        .Where(row => row.Url == url && row.StartedAt <= before).Select(row => (DateTimeOffset?)row.StartedAt).Max();

    /// <summary>The exchanges of a request, in the order of its attempts.</summary>
    /// <exception cref="CaptureDamagedException">The files do not hold what the index says.</exception>
    public IReadOnlyList<RecordedExchange> FindAll(long requestId) => [.. _index.OfRequest(requestId).Select(_records.Read)];

    /// <summary>The exchanges made for a host's robots.txt in their order, redirects and looks that failed included.</summary>
    /// <exception cref="CaptureDamagedException">The files do not hold what the index says.</exception>
    public IReadOnlyList<RecordedExchange> FindRobots(long hostId) => [.. _index.OfRobots(hostId).Select(_records.Read)];

    /// <summary>The exchanges of the request with that canonical URL, in the order of its attempts.</summary>
    /// <exception cref="CaptureDamagedException">The files do not hold what the index says.</exception>
    public IReadOnlyList<RecordedExchange> FindByUrl(string canonicalUrl) =>
        _index.RequestOf(canonicalUrl) is { } requestId ? FindAll(requestId) : [];

    /// <summary>The last exchange of the GET with that canonical URL; null when there is none.</summary>
    /// <exception cref="CaptureDamagedException">The files do not hold what the index says.</exception>
    public RecordedExchange? FindLast(string canonicalUrl) =>
        _index.RequestOf(canonicalUrl) is { } requestId && _index.OfRequest(requestId) is [.., var last] ? _records.Read(last) : null;

    /// <summary>The exchanges in numbers, file by file.</summary>
    public IReadOnlyList<ExchangeTotals> Totals() => _index.Totals();

    /// <summary>Every exchange by its row: those for robots.txt first, then by request and attempt.</summary>
    public IEnumerable<ExchangeRow> Rows() => _index.All();

    /// <summary>The exchange of a row.</summary>
    /// <exception cref="CaptureDamagedException">The files do not hold what the row says.</exception>
    public RecordedExchange Read(ExchangeRow row) => _records.Read(row);

    /// <summary>Where a file of the capture is.</summary>
    public string PathOf(int file) => CapturePath.Of(Folder, file);

    public void Dispose()
    {
        _records.Dispose();
        _index.Dispose();
    }
}
