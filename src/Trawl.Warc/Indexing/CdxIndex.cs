using System.Text;

namespace Trawl.Warc.Indexing;

/// <summary>
/// Looks entries up in a sorted CDXJ index without reading it: a search by halves over the stream's bytes. Lines that are no
/// entries are passed over. For one thread at a time.
/// </summary>
/// <param name="stream">The index; it must be able to seek.</param>
public sealed class CdxIndex(Stream stream)
{
    private const int MaxLine = 1 << 20;

    /// <summary>All entries of a URL, oldest first.</summary>
    /// <param name="url">Any spelling that has the same <see cref="Surt"/>.</param>
    public IEnumerable<CdxEntry> Find(string url) => FindKey(Surt.Of(url));

    /// <summary>All entries of a key, in their order: for an index whose keys are not <see cref="Surt"/>'s.</summary>
    /// <param name="urlKey">As <see cref="CdxEntry.UrlKey"/>.</param>
    public IEnumerable<CdxEntry> FindKey(string urlKey)
    {
        var prefix = Encoding.UTF8.GetBytes(CdxLine.Word(urlKey) + " ");
        stream.Position = FirstLineNotBefore(prefix);
        using var lines = new CdxLines(stream, MaxLine);
        while (lines.Next() is { } line && line.Span.StartsWith(prefix))
        {
            if (CdxLine.TryParse(line.Span) is { } entry) yield return entry;
        }
    }

    /// <summary>All entries in their order.</summary>
    public IEnumerable<CdxEntry> ReadAll()
    {
        if (stream.CanSeek) stream.Position = 0;
        using var lines = new CdxLines(stream, MaxLine);
        while (lines.Next() is { } line)
        {
            if (CdxLine.TryParse(line.Span) is { } entry) yield return entry;
        }
    }

    // Between low and high lies the start of the first line that is not before the key.
    private long FirstLineNotBefore(byte[] key)
    {
        long low = 0, high = stream.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var (start, next, isBefore) = LineAt(middle, key);
            if (isBefore) low = next;
            else if (start <= low) return low;
            else high = middle;
        }

        return low;
    }

    // The line that begins at or behind a place.
    private (long Start, long Next, bool IsBefore) LineAt(long place, byte[] key)
    {
        stream.Position = Math.Max(0, place - 1);
        using var lines = new CdxLines(stream, MaxLine);
        if (place > 0) lines.Next();
        var start = Math.Max(0, place - 1) + lines.Taken;
        if (lines.Next() is not { } line) return (start, stream.Length, false);
        return (start, Math.Max(0, place - 1) + lines.Taken, line.Span.SequenceCompareTo(key) < 0);
    }
}
