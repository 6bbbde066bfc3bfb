namespace Trawl.Warc.Indexing;

/// <summary>Writes a CDXJ index: lines sorted by their bytes, so that it can be searched by halves.</summary>
public static class CdxWriter
{
    /// <summary>Sorts and writes; what does not fit into some memory is put aside in temporary files.</summary>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Write(Stream target, IEnumerable<CdxEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        using var sorter = new CdxSorter();
        foreach (var entry in entries) sorter.Add(entry);
        sorter.WriteTo(target);
    }
}
