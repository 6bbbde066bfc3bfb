using System.IO.Compression;
using System.Security.Cryptography;
using Trawl.Warc.Indexing;
using Trawl.Warc.Reading;

namespace Trawl.Warc.Packages;

/// <summary>
/// Reads a WACZ file: its WARC files, single records by the index, its pages, and whether its digests hold. Nothing is
/// unpacked to the disk. For one thread at a time.
/// </summary>
public sealed class WaczReader : IDisposable
{
    private const int MaxDescription = 4 << 20, MaxLine = 1 << 20;
    private const string Archive = "archive/", Description = "datapackage.json";
    private static readonly string[] s_indexEnds = [".cdx", ".cdxj", ".cdx.gz", ".cdxj.gz"];
    private readonly Stream _stream;
    private readonly List<ZipMember> _members;
    private readonly Dictionary<string, WarcReader?> _open = [];

    private WaczReader(Stream stream, List<ZipMember> members)
    {
        (_stream, _members) = (stream, members);
        Resources = ReadResources();
    }

    /// <summary>The files that <c>datapackage.json</c> lists; empty when it is missing or cannot be read.</summary>
    public IReadOnlyList<WaczResource> Resources { get; }

    /// <summary>Paths of the WARC files, in the order of the zip file.</summary>
    public IEnumerable<string> Warcs =>
        from member in _members
        where member.Name.StartsWith(Archive, StringComparison.Ordinal) && !member.Name.EndsWith('/')
        select member.Name;

    /// <summary>Opens a package.</summary>
    /// <param name="stream">A stream that can seek; the reader closes it.</param>
    /// <param name="problem">Why it cannot be read.</param>
    /// <returns>Null when it is no zip file.</returns>
    public static WaczReader? TryOpen(Stream stream, out string? problem)
    {
        problem = null;
        try
        {
            if (ZipDirectory.TryRead(stream) is { } members) return new WaczReader(stream, members);
            problem = "The file is no zip file: it has no directory at its end. It may be cut short.";
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            problem = $"The file cannot be read: {e.Message}";
        }

        stream.Dispose();
        return null;
    }

    /// <summary>
    /// A reader over one WARC file, or null when the package has no such path or cannot give it. Where the file is stored, as
    /// the format demands, it can seek; where it was deflated, it goes forward only.
    /// </summary>
    public WarcReader? OpenWarc(string path, WarcReaderOptions? options = null) =>
        Open(path) is { } stream ? new WarcReader(stream, options) : null;

    /// <summary>
    /// The entries of all files under <c>indexes/</c>, each file in its own order. Compressed ones (<c>.cdx.gz</c>) are read
    /// whole; lists of other kinds are passed over.
    /// </summary>
    public IEnumerable<CdxEntry> ReadIndex()
    {
        foreach (var name in IndexNames())
        {
            using var lines = OpenIndex(name);
            foreach (var entry in new CdxIndex(lines).ReadAll()) yield return entry;
        }
    }

    /// <summary>
    /// The entries of a URL, file by file, oldest first: a search by halves where the index is stored, else through all of it.
    /// </summary>
    /// <param name="url">Any spelling that has the same <see cref="Surt"/>.</param>
    public IEnumerable<CdxEntry> Find(string url)
    {
        var key = Surt.Of(url);
        foreach (var name in IndexNames())
        {
            using var lines = OpenIndex(name);
            var index = new CdxIndex(lines);
            foreach (var entry in lines.CanSeek ? index.FindKey(key) : index.ReadAll().Where(entry => entry.UrlKey == key))
            {
                yield return entry;
            }
        }
    }

    /// <summary>
    /// The record that an entry of the index names, or null when it is not there: the file is missing or was deflated, or
    /// another record stands at that place. Valid until the next call.
    /// </summary>
    /// <param name="entry">Of <see cref="Find"/> or <see cref="ReadIndex"/>.</param>
    public WarcRecord? Read(CdxEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (!_open.TryGetValue(entry.Filename, out var warc))
        {
            _open[entry.Filename] = warc = OpenWarc(Archive + entry.Filename);
        }

        return warc?.ReadAt(entry);
    }

    /// <summary>The pages of all lists under <c>pages/</c>. Lines that are no page are passed over.</summary>
    public IEnumerable<WaczPage> ReadPages()
    {
        foreach (var member in _members)
        {
            if (!member.Name.StartsWith("pages/", StringComparison.Ordinal) || Open(member.Name) is not { } stream) continue;
            using (stream)
            using (var lines = new CdxLines(stream, MaxLine))
            {
                while (lines.Next() is { } line)
                {
                    if (WaczJson.Page(line) is { } page) yield return page;
                }
            }
        }
    }

    /// <summary>Reads every listed file and compares it with its digest.</summary>
    /// <returns>The paths that are missing, cannot be read or are not what the list says.</returns>
    public IReadOnlyList<string> FindWrong() => [.. Resources.Where(resource => !IsRight(resource)).Select(resource => resource.Path)];

    /// <summary>Closes the package and its stream.</summary>
    public void Dispose() => _stream.Dispose();

    private Stream? Open(string path)
    {
        try
        {
            var member = _members.Find(member => member.Name == path);
            if (member is not { CanRead: true } || ZipDirectory.TryOpen(_stream, member) is not { } range) return null;
            return member.IsStored ? range : new FailSafeStream(new DeflateStream(range, CompressionMode.Decompress));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private IEnumerable<string> IndexNames() =>
        from member in _members
        let name = member.Name
        where name.StartsWith("indexes/", StringComparison.Ordinal) && s_indexEnds.Any(name.EndsWith)
        select name;

    private Stream OpenIndex(string name)
    {
        var stream = Open(name) ?? Stream.Null;
        return name.EndsWith(".gz", StringComparison.Ordinal)
            ? new FailSafeStream(new GZipStream(stream, CompressionMode.Decompress)) : stream;
    }

    private bool IsRight(WaczResource resource)
    {
        if (!resource.Hash.StartsWith("sha256:", StringComparison.Ordinal) || Open(resource.Path) is not { } stream) return false;
        using (stream)
        {
            return WarcDigest.IsSame(resource.Hash, SHA256.HashData(stream));
        }
    }

    private List<WaczResource> ReadResources()
    {
        var isSmall = _members.Any(member => member is { Name: Description, Length: <= MaxDescription });
        if (!isSmall || Open(Description) is not { } stream) return [];
        using (stream)
        {
            var text = new byte[MaxDescription];
            return WaczJson.Resources(text.AsMemory(0, stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false)));
        }
    }
}
