using System.Text.Json;

namespace Trawl.Sdk.Sinks;

/// <summary>One record of a batch.</summary>
/// <param name="Type">Its type's name.</param>
/// <param name="Json">The record, a JSON object in UTF-8, its fields in the order of the pipeline. Not to be kept beyond the call.</param>
public sealed record SinkRecord(string Type, ReadOnlyMemory<byte> Json)
{
    /// <summary>Reads the record.</summary>
    public JsonDocument Parse() => JsonDocument.Parse(Json);
}
