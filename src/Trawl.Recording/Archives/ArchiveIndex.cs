using System.Collections.Concurrent;
using System.Globalization;
using Trawl.Warc;
using Trawl.Warc.Indexing;

namespace Trawl.Recording.Archives;

/// <summary>Finds answers in the index of a run's archives, by halves, on the disk. For any number of threads.</summary>
internal sealed class ArchiveIndex(ArchiveFolder folder, DateTimeOffset? at) : IDisposable
{
    private readonly ConcurrentBag<FileStream> _idle = [];

    /// <summary>The capture wanted of those with that key; null when there is none.</summary>
    public CdxEntry? Find(string key) =>
        All(key).MinBy(entry => (Distance(entry.Timestamp), -Number(entry.Filename), -entry.Position.Offset));

    /// <summary>All captures with that key.</summary>
    public IReadOnlyList<CdxEntry> All(string key)
    {
        var stream = _idle.TryTake(out var free) ? free : new FileStream(folder.Index, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        try
        {
            return [.. new CdxIndex(stream).FindKey(key)];
        }
        finally
        {
            _idle.Add(stream);
        }
    }

    public static int Number(string member) => int.Parse(member, CultureInfo.InvariantCulture);

    public void Dispose()
    {
        foreach (var stream in _idle)
        {
            stream.Dispose();
        }
    }

    private long Distance(string timestamp) =>
        !WarcDate.TryParse(timestamp, out var date) ? long.MaxValue
        : at is { } wanted ? Math.Abs((date - wanted).Ticks)
        : -date.UtcTicks;
}
