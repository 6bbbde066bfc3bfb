using System.Buffers;
using System.Text.Json;
using Trawl.Steps.Values;

namespace Trawl.Steps.Plugins;

/// <summary>Adds fields to a record; what it has already stays, unless it is null.</summary>
internal static class RecordMerge
{
    /// <summary>The record with the fields added; null when those are not a JSON object.</summary>
    public static byte[]? Add(ReadOnlyMemory<byte> record, ReadOnlyMemory<byte> fields)
    {
        using var old = JsonDocument.Parse(record);
        if (RecordJson.Parse(fields) is not { } added) return null;
        using (added)
        {
            var buffer = new ArrayBufferWriter<byte>(record.Length + fields.Length);
            using (var writer = new Utf8JsonWriter(buffer, JsonText.Options))
            {
                writer.WriteStartObject();
                foreach (var field in old.RootElement.EnumerateObject())
                    if (field.Value.ValueKind != JsonValueKind.Null || !added.RootElement.TryGetProperty(field.Name, out _)) field.WriteTo(writer);
                foreach (var field in added.RootElement.EnumerateObject())
                    if (!Has(old.RootElement, field.Name)) field.WriteTo(writer);
                writer.WriteEndObject();
            }

            return buffer.WrittenSpan.ToArray();
        }
    }

    private static bool Has(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
}
