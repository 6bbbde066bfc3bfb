using System.Text;
using System.Text.Json.Nodes;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plugins;
using Trawl.Pipelines.Plugins;
using Trawl.Sdk.Working;

namespace Trawl.Plugins.Authoring;

/// <summary>
/// An example of what a plugin does, in a file of its folder <c>examples</c>: <c>do</c>, <c>settings</c>, <c>record</c> or
/// <c>body</c>, and <c>expect</c>. A test in no language in particular.
/// </summary>
/// <param name="Name">The file's name.</param>
/// <param name="Json">What stands in it.</param>
public sealed record PluginExample(string Name, JsonObject Json)
{
    /// <summary>The examples of a plugin, by name.</summary>
    /// <exception cref="System.Text.Json.JsonException">A file is not JSON.</exception>
    public static IReadOnlyList<PluginExample> Of(string folder)
    {
        var examples = Path.Combine(folder, "examples");
        return !Directory.Exists(examples) ? []
            : [.. Directory.EnumerateFiles(examples, "*.json").Order(StringComparer.Ordinal)
                .Select(file => new PluginExample(Path.GetFileName(file), JsonNode.Parse(File.ReadAllText(file))!.AsObject()))];
    }

    /// <summary>What is wrong with the plugin's answer; null when it is what the example expects.</summary>
    public async Task<string?> RunAsync(PluginManifest manifest, string folder, Func<string, string?> secrets)
    {
        if (KindNames.Find(Text("do") ?? "") is not { } kind || manifest.Offer(kind) is null) return $"The plugin does not offer \"{Text("do")}\".";
        if (Settings(manifest, folder) is not { } settings) return "Its settings are not what the manifest asks for.";
        using var bench = new PluginBench(manifest, folder, settings, secrets);
        var reply = kind is PluginKind.Extract or PluginKind.Parse
            ? await bench.PageAsync(kind, Text("type") ?? "record", Encoding.UTF8.GetBytes(Text("body") ?? ""), Text("url") ?? "")
            : await bench.RecordAsync(kind, Text("type") ?? "record", (Json["record"] ?? new JsonObject()).ToJsonString(), Text("url") ?? "");
        var actual = Describe(kind, reply);
        return JsonNode.DeepEquals(Json["expect"], actual) ? null
            : $"expected {Json["expect"]?.ToJsonString() ?? "nothing"}, got {actual.ToJsonString()}";
    }

    /// <summary>An answer in the form in which examples expect it.</summary>
    public static JsonObject Describe(PluginKind kind, PluginReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.Fault is { } fault) return new JsonObject { ["fault"] = fault.Message };
        if (kind == PluginKind.Parse)
            return Describe(reply.Document);
        if (kind == PluginKind.Extract) return new JsonObject { ["records"] = new JsonArray([.. reply.Items.Select(item => Parse(item.Payload))]) };
        var record = reply.Items[0];
        var described = new JsonObject();
        if (!record.Payload.IsEmpty) described["record"] = Parse(record.Payload);
        if (record.Dropped is not null) described["dropped"] = record.Dropped;
        if (record.Problems.Count > 0)
            described["problems"] = new JsonArray([.. record.Problems.Select(problem => (JsonNode)$"{problem.Field}: {problem.Message}")]);
        return described;
    }

    private static JsonObject Describe(PluginDocument? document) => document is null ? []
        : new JsonObject { ["contentType"] = document.ContentType, ["body"] = Encoding.UTF8.GetString(document.Body.Span) };

    private string? Settings(PluginManifest manifest, string folder) =>
        PluginSettingsText.Check(manifest, (Json["settings"] as JsonObject)?.ToJsonString() ?? "{}", folder);

    private string? Text(string name) => Json[name]?.GetValue<string>();

    private static JsonNode? Parse(ReadOnlyMemory<byte> json) => JsonNode.Parse(json.Span);
}
