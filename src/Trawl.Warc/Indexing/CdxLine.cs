using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trawl.Warc.Indexing;

/// <summary>A line of CDXJ: key, timestamp and a JSON object, with a space between. Numbers are written as strings, by habit.</summary>
internal static class CdxLine
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Format(CdxEntry entry)
    {
        var line = new ArrayBufferWriter<byte>(512);
        line.Write(Encoding.UTF8.GetBytes($"{Word(entry.UrlKey)} {Word(entry.Timestamp)} "));
        using var json = new Utf8JsonWriter(line, s_writing);
        json.WriteStartObject();
        json.WriteString("url", entry.Url);
        if (entry.Mime is { } mime) json.WriteString("mime", mime);
        if (entry.Status > 0) json.WriteString("status", Text(entry.Status));
        if (entry.Digest is { } digest) json.WriteString("digest", digest);
        json.WriteString("length", Text(entry.Position.Length));
        json.WriteString("offset", Text(entry.Position.Offset));
        json.WriteString("filename", entry.Filename);
        json.WriteEndObject();
        json.Flush();
        return line.WrittenSpan.ToArray();
    }

    public static CdxEntry? TryParse(ReadOnlySpan<byte> line)
    {
        line = line.TrimEnd("\r\n"u8);
        var first = line.IndexOf((byte)' ');
        var second = first < 0 ? -1 : line[(first + 1)..].IndexOf((byte)' ');
        if (second < 0) return null;
        var key = Encoding.UTF8.GetString(line[..first]);
        var timestamp = Encoding.UTF8.GetString(line.Slice(first + 1, second));
        try
        {
            using var document = JsonDocument.Parse(line[(first + second + 2)..].ToArray());
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(key, timestamp, document.RootElement) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is what texts that are no UTF-8 give.
            return null;
        }
    }

    private static CdxEntry? Read(string key, string timestamp, JsonElement json)
    {
        if (String(json, "filename") is not { } filename || Number(json, "offset") is not { } offset) return null;
        var position = new WarcPosition(offset, Number(json, "length") ?? 0);
        return new CdxEntry(key, timestamp, String(json, "url") ?? "", filename, position)
        {
            Mime = String(json, "mime"),
            Status = (int)Math.Clamp(Number(json, "status") ?? 0, 0, 999),
            Digest = String(json, "digest"),
        };
    }

    private static string? String(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString() : null;

    private static long? Number(JsonElement json, string name) =>
        long.TryParse(String(json, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A word of a line: without what ends one.</summary>
    public static string Word(string text) =>
        text.Replace(" ", "%20", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
