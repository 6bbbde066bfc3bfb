using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trawl.Sdk.Records;
using Trawl.Sdk.Wire;

namespace Trawl.Sdk.Working;

/// <summary>Runs records through a step.</summary>
internal static class RecordCalls
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async ValueTask<(AnswerMeta, IReadOnlyList<ReadOnlyMemory<byte>>)> RunAsync(
        CallMeta call, IReadOnlyList<ReadOnlyMemory<byte>> records, Func<PluginRecord, ValueTask> step, RecordUse use)
    {
        var items = new ItemMeta[records.Count];
        var blobs = new List<ReadOnlyMemory<byte>>(records.Count);
        var fetchedAt = WireTime.Read(call.Page?.FetchedAt ?? "");
        var parsed = records.Select(r => (JsonObject)JsonNode.Parse(r.Span)!).ToArray();
        for (var i = 0; i < items.Length; i++)
        {
            var record = new PluginRecord(call.Record ?? "", parsed[i], call.Page?.Url ?? "", fetchedAt);
            items[i] = await RunAsync(record, step, use, blobs);
        }

        return (new AnswerMeta { Items = items }, blobs);
    }

    public static ReadOnlyMemory<byte> Write(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, _plain);

    private static async ValueTask<ItemMeta> RunAsync(
        PluginRecord record, Func<PluginRecord, ValueTask> step, RecordUse use, List<ReadOnlyMemory<byte>> blobs)
    {
        var before = use == RecordUse.New ? record.Fields.Select(f => f.Key).ToHashSet(StringComparer.Ordinal) : null;
        try
        {
            await step(record);
        }
        catch (Exception fault) when (fault is not (WireException or NotGrantedException))
        {
            return new ItemMeta { Fault = Faults.Describe(fault) };
        }

        if (use == RecordUse.All && record.Dropped is { } reason) return new ItemMeta { Drop = reason };
        if (use == RecordUse.All) blobs.Add(Write(record.Fields));
        if (before is not null) blobs.Add(Write(Added(record.Fields, before)));
        return new ItemMeta { Blob = use == RecordUse.None ? 0 : blobs.Count, Problems = [.. record.Found] };
    }

    private static JsonObject Added(JsonObject fields, HashSet<string> before) =>
        new(fields.Where(f => !before.Contains(f.Key)).Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone())));
}
