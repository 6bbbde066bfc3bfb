using System.Buffers;
using System.Text.Json;
using Trawl.Html.Structured;
using Trawl.Steps.Values;
using Trawl.Web.Urls;

namespace Trawl.Steps.Content;

/// <content>Structured data inside HTML, read once a page and only when asked for.</content>
internal sealed partial class PageView
{
    // What the reader of the blocks let through must pass here: trailing commas, comments, one level more.
    private static readonly JsonReaderOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 128,
    };

    private StructuredData? _structured;
    private JsonElement? _jsonLd;
    private JsonElement? _microdata;

    /// <summary>The JSON-LD items in one array; null unless the page is HTML.</summary>
    public JsonElement? JsonLd => Structured is null ? null : _jsonLd ??= ArrayOf(Structured.JsonLd);

    /// <summary>The microdata items in one array; null unless the page is HTML.</summary>
    public JsonElement? Microdata =>
        Structured is null ? null : _microdata ??= Structured.Microdata.GetProperty("items"u8);

    /// <summary>The meta properties as one object; null unless the page is HTML.</summary>
    public JsonElement? Meta => Structured?.Head;

    private StructuredData? Structured => Document is null ? null : _structured ??= ReadStructured();

    private StructuredData ReadStructured()
    {
        var data = StructuredData.Read(Document!, Resolve);
        foreach (var problem in data.Problems) Warn(problem.Message);
        return data;
    }

    private string Resolve(string url) => WebUrl.TryParse(url, Base, out var resolved) ? resolved.Href : url;

    private static JsonElement ArrayOf(IReadOnlyList<JsonElement> items)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, JsonText.Options);
        writer.WriteStartArray();
        foreach (var item in items) writer.WriteRawValue(item.GetRawText(), skipInputValidation: true);
        writer.WriteEndArray();
        writer.Flush();
        var bytes = buffer.WrittenSpan.ToArray();
        SurrogateRepair.Repair(bytes);
        var reader = new Utf8JsonReader(bytes, Lenient);
        return JsonElement.ParseValue(ref reader);
    }

    private void CloseStructured()
    {
        _structured = null;
        _jsonLd = _microdata = null;
    }
}
