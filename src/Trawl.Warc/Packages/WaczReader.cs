using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Trawl.Warc.Indexing;
using Trawl.Warc.Reading;

namespace Trawl.Warc.Packages;

/// <summary>
/// Reads a WACZ file: its WARC files, its pages, and whether its digests hold. Nothing is unpacked to the disk. For one
/// thread at a time.
/// </summary>
public sealed class WaczReader : IDisposable
{
    private const int MaxDescription = 16 << 20, MaxLine = 1 << 20;
    private readonly ZipArchive _zip;

    private WaczReader(ZipArchive zip, IReadOnlyList<WaczResource> resources) => (_zip, Resources) = (zip, resources);

    /// <summary>The files that <c>datapackage.json</c> lists; empty when it is missing or cannot be read.</summary>
    public IReadOnlyList<WaczResource> Resources { get; }

    /// <summary>Paths of the WARC files, in the order of the zip file.</summary>
    public IEnumerable<string> Warcs =>
        from entry in _zip.Entries
        where entry.FullName.StartsWith("archive/", StringComparison.Ordinal) && entry.Name.Length > 0
        select entry.FullName;

    /// <summary>Opens a package.</summary>
    /// <param name="stream">A stream that can seek; the reader closes it.</param>
    /// <param name="problem">Why it cannot be read.</param>
    /// <returns>Null when it is no zip file.</returns>
    public static WaczReader? TryOpen(Stream stream, out string? problem)
    {
        problem = null;
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            return new WaczReader(zip, ReadResources(zip));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            problem = $"The file is no zip file that can be read: {e.Message}";
            stream.Dispose();
            return null;
        }
    }

    /// <summary>A reader over one WARC file, forward only, or null when the package has no such path or cannot give it.</summary>
    public WarcReader? OpenWarc(string path, WarcReaderOptions? options = null) =>
        Open(path) is { } stream ? new WarcReader(stream, options) : null;

    /// <summary>The pages of all lists under <c>pages/</c>. Lines that are no page are passed over.</summary>
    public IEnumerable<WaczPage> ReadPages()
    {
        foreach (var entry in _zip.Entries)
        {
            if (!entry.FullName.StartsWith("pages/", StringComparison.Ordinal) || Open(entry.FullName) is not { } stream) continue;
            using var text = new FailSafeStream(stream);
            using var lines = new CdxLines(text, MaxLine);
            while (lines.Next() is { } line)
            {
                if (ReadPage(line) is { } page) yield return page;
            }
        }
    }

    /// <summary>Reads every listed file and compares it with its digest.</summary>
    /// <returns>The paths that are missing, cannot be read or are not what the list says.</returns>
    public IReadOnlyList<string> FindWrong() => [.. Resources.Where(resource => !IsRight(resource)).Select(resource => resource.Path)];

    /// <summary>Closes the package and its stream.</summary>
    public void Dispose() => _zip.Dispose();

    private Stream? Open(string path)
    {
        try
        {
            return _zip.GetEntry(path)?.Open();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    private bool IsRight(WaczResource resource)
    {
        if (!resource.Hash.StartsWith("sha256:", StringComparison.Ordinal) || Open(resource.Path) is not { } stream) return false;
        using (stream)
        using (var text = new FailSafeStream(stream))
        {
            return WarcDigest.IsSame(resource.Hash, SHA256.HashData(text));
        }
    }

    private static WaczPage? ReadPage(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (Text(json.RootElement, "url") is not { } url || !WarcDate.TryParse(Text(json.RootElement, "ts"), out var date)) return null;
            return new WaczPage(url, date, Text(json.RootElement, "title"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<WaczResource> ReadResources(ZipArchive zip)
    {
        var found = new List<WaczResource>();
        if (zip.GetEntry("datapackage.json") is not { Length: <= MaxDescription } entry) return found;
        try
        {
            using var stream = entry.Open();
            using var json = JsonDocument.Parse(stream);
            if (!Has(json.RootElement, "resources", out var list) || list.ValueKind != JsonValueKind.Array) return found;
            foreach (var item in list.EnumerateArray())
            {
                if (Text(item, "path") is not { } path) continue;
                found.Add(new WaczResource(path, Text(item, "hash") ?? "", Number(item, "bytes")));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            found.Clear();
        }

        return found;
    }

    private static bool Has(JsonElement json, string name, out JsonElement value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out value);
    }

    private static long Number(JsonElement json, string name) =>
        Has(json, name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : 0;

    private static string? Text(JsonElement json, string name) =>
        Has(json, name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
