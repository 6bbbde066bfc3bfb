using System.Text.Json;

namespace Trawl.Warc.Packages;

/// <summary>
/// The JSON texts of a package, as far as they can be read. Texts that are no UTF-8 give an InvalidOperationException.
/// </summary>
internal static class WaczJson
{
    /// <summary>A line of a list of pages; null when it is none.</summary>
    public static WaczPage? Page(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (Text(json.RootElement, "url") is not { } url) return null;
            return WarcDate.TryParse(Text(json.RootElement, "ts"), out var date)
                ? new WaczPage(url, date, Text(json.RootElement, "title")) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The files that <c>datapackage.json</c> lists; none when it cannot be read.</summary>
    public static List<WaczResource> Resources(ReadOnlyMemory<byte> package)
    {
        var found = new List<WaczResource>();
        try
        {
            using var json = JsonDocument.Parse(package);
            if (!Has(json.RootElement, "resources", out var list) || list.ValueKind != JsonValueKind.Array) return found;
            foreach (var item in list.EnumerateArray())
            {
                if (Text(item, "path") is not { } path) continue;
                found.Add(new WaczResource(path, Text(item, "hash") ?? "", Number(item, "bytes")));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What cannot be read lists nothing; whoever compares digests sees that.
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
