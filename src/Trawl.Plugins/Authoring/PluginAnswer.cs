using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plans;
using Trawl.Model.Plugins;

namespace Trawl.Plugins.Authoring;

/// <summary>What a plugin answered, in the form in which examples expect it.</summary>
public static class PluginAnswer
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An answer to a record or a page.</summary>
    public static JsonObject Describe(PluginKind kind, PluginReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.Fault is { } fault) return new JsonObject { ["fault"] = fault.Message };
        if (kind == PluginKind.Parse) return Describe(reply.Document);
        if (kind != PluginKind.Extract) return Describe(reply.Items[0]);
        var answer = new JsonObject { ["records"] = new JsonArray([.. reply.Items.Select(item => Parse(item.Payload))]) };
        if (Problems(reply.Items) is { Count: > 0 } problems) answer["problems"] = problems;
        return answer;
    }

    /// <summary>A request of a source.</summary>
    public static JsonObject Describe(StartUrl request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var described = new JsonObject { ["url"] = request.Url };
        if (request.Method != "GET") described["method"] = request.Method;
        if (request.Headers is { Count: > 0 } headers)
            described["headers"] = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Name, (JsonNode?)header.Value)));
        if (request.Body is not null) described["body"] = request.Body;
        return described;
    }

    /// <summary>JSON in one line, letters outside ASCII as themselves.</summary>
    public static string Write(JsonNode? node) => node?.ToJsonString(s_plain) ?? "nothing";

    private static JsonObject Describe(PluginDocument? document) => document is null ? []
        : new JsonObject { ["contentType"] = document.ContentType, ["body"] = Encoding.UTF8.GetString(document.Body.Span) };

    private static JsonObject Describe(PluginItem record)
    {
        var described = new JsonObject();
        if (!record.Payload.IsEmpty) described["record"] = Parse(record.Payload);
        if (record.Dropped is not null) described["dropped"] = record.Dropped;
        if (Problems([record]) is { Count: > 0 } problems) described["problems"] = problems;
        return described;
    }

    private static JsonArray Problems(IEnumerable<PluginItem> items) =>
        new([.. items.SelectMany(item => item.Problems).Select(problem => (JsonNode)$"{problem.Field}: {problem.Message}")]);

    private static JsonNode? Parse(ReadOnlyMemory<byte> json) => JsonNode.Parse(json.Span);
}
