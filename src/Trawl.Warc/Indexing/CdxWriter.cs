namespace Trawl.Warc.Indexing;

/// <summary>Writes a CDXJ index: lines sorted by their bytes, so that it can be searched by halves.</summary>
public static class CdxWriter
{
    /// <summary>Sorts in memory (some 300 bytes a line) and writes.</summary>
    public static void Write(Stream target, IEnumerable<CdxEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(entries);
        byte[][] lines = [.. entries.Select(CdxLine.Format)];
        Array.Sort(lines, (a, b) => a.AsSpan().SequenceCompareTo(b));
        foreach (var line in lines)
        {
            target.Write(line);
            target.WriteByte((byte)'\n');
        }
    }
}
