using System.Text.Json;
using Trawl.Steps.Content;

namespace Trawl.Steps.Plugins;

/// <summary>Reads JSON objects that others wrote.</summary>
internal static class RecordJson
{
    private const int Deepest = 64;

    /// <summary>The object; null when the bytes are none. Halves of surrogate pairs become U+FFFD.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        if (SurrogateRepair.MayNeed(json.Span))
        {
            var repaired = json.ToArray();
            SurrogateRepair.Repair(repaired);
            json = repaired;
        }

        try
        {
            var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Deepest });
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
        }
        catch (JsonException)
        {
        }

        return null;
    }
}
