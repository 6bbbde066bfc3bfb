using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trawl.Warc.Indexing;
using Trawl.Warc.Reading;

namespace Trawl.Warc.Packages;

/// <summary>
/// Packs WARC files into one WACZ file (1.1.1): <c>archive/</c> stored as they are, <c>indexes/index.cdx</c>,
/// <c>pages/pages.jsonl</c>, <c>datapackage.json</c> with the SHA-256 of each and <c>datapackage-digest.json</c> with its own.
/// WARC files stream through and may be of any size, and so may the index. A package is whole after
/// <see cref="Finish"/> only.
/// </summary>
public sealed class WaczWriter : IDisposable
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ZipArchive _zip;
    private readonly WaczDescription _description;
    private readonly List<WaczResource> _resources = [];
    private readonly CdxSorter _entries = new();
    private readonly List<IEnumerable<WaczPage>> _pages = [];

    /// <summary>Begins a package.</summary>
    /// <param name="stream">Where to write it; it need not seek.</param>
    /// <param name="description">What it says about itself.</param>
    /// <param name="leaveOpen">Whether the stream outlives the writer.</param>
    public WaczWriter(Stream stream, WaczDescription description, bool leaveOpen = false)
    {
        _description = description;
        _zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen);
    }

    /// <summary>Adds a WARC file and its index entries. It is read twice.</summary>
    /// <param name="path">The file; its name without the folder becomes its name in the package.</param>
    /// <param name="length">How many of its bytes count, for a file that still grows; null for all.</param>
    /// <returns>The problems of the file; it is packed all the same.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IReadOnlyList<WarcProblem> AddWarc(string path, long? length = null)
    {
        var name = Path.GetFileName(path);
        using var whole = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        using var file = new RangeStream(whole, 0, length ?? whole.Length);
        Add("archive/" + name, CompressionLevel.NoCompression, target => file.CopyTo(target, 1 << 17));
        file.Position = 0;
        using var reader = new WarcReader(file, leaveOpen: true);
        foreach (var entry in CdxIndexer.Index(reader, name)) _entries.Add(entry);
        return reader.Problems;
    }

    /// <summary>Adds a page to the list that readers show.</summary>
    public void AddPage(WaczPage page) => _pages.Add([page]);

    /// <summary>Adds pages of any number; they are asked for when the package is finished.</summary>
    public void AddPages(IEnumerable<WaczPage> pages) => _pages.Add(pages);

    /// <summary>Writes index, pages and descriptions. Nothing can be added after it.</summary>
    public void Finish()
    {
        // Stored, so that it can be searched by halves where it stands.
        Add("indexes/index.cdx", CompressionLevel.NoCompression, _entries.WriteTo);
        Add("pages/pages.jsonl", CompressionLevel.Optimal, WritePages);
        var package = Add("datapackage.json", CompressionLevel.Optimal, WritePackage);
        Add("datapackage-digest.json", CompressionLevel.Optimal, target => WriteDigest(target, package));
    }

    /// <summary>Closes the zip file, whole or not.</summary>
    public void Dispose()
    {
        _zip.Dispose();
        _entries.Dispose();
    }

    private WaczResource Add(string path, CompressionLevel level, Action<Stream> write)
    {
        var entry = _zip.CreateEntry(path, level);
        entry.LastWriteTime = ZipDate(_description.Created);
        using var stream = entry.Open();
        using var hashing = new HashingStream(stream);
        write(hashing);
        var resource = new WaczResource(path, hashing.Label(), hashing.Count);
        _resources.Add(resource);
        return resource;
    }

    // Zip knows the years 1980 to 2107.
    private static DateTimeOffset ZipDate(DateTimeOffset date) =>
        date.Year is < 1980 or > 2107 ? new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero) : date.ToUniversalTime();

    private void WritePages(Stream target)
    {
        WriteLine(target, json =>
        {
            json.WriteString("format", "json-pages-1.0");
            json.WriteString("id", "pages");
            json.WriteString("title", "All Pages");
        });
        foreach (var (index, page) in _pages.SelectMany(pages => pages).Index())
        {
            WriteLine(target, json =>
            {
                json.WriteString("id", (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
                json.WriteString("url", page.Url);
                json.WriteString("ts", WarcDate.Format(page.Date));
                if (page.Title is not null) json.WriteString("title", page.Title);
            });
        }
    }

    private static void WriteLine(Stream target, Action<Utf8JsonWriter> content)
    {
        using (var json = new Utf8JsonWriter(target, s_json))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        target.WriteByte((byte)'\n');
    }

    private void WritePackage(Stream target) => WriteLine(target, json =>
    {
        json.WriteString("profile", "data-package");
        json.WriteString("wacz_version", "1.1.1");
        if (_description.Title is { } title) json.WriteString("title", title);
        json.WriteString("software", _description.Software);
        json.WriteString("created", WarcDate.Format(_description.Created));
        json.WriteStartArray("resources");
        foreach (var resource in _resources)
        {
            json.WriteStartObject();
            json.WriteString("name", Path.GetFileName(resource.Path));
            json.WriteString("path", resource.Path);
            json.WriteString("hash", resource.Hash);
            json.WriteNumber("bytes", resource.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteDigest(Stream target, WaczResource package) => WriteLine(target, json =>
    {
        json.WriteString("path", package.Path);
        json.WriteString("hash", package.Hash);
    });
}
