using System.Text;
using System.Text.Json.Nodes;
using Trawl.Model.Plugins;
using Trawl.Pipelines.Plugins;
using Trawl.Sdk.Working;

namespace Trawl.Plugins.Authoring;

/// <summary>
/// An example of what a plugin does, in a file of its folder <c>examples</c>: <c>do</c>, <c>settings</c>, <c>record</c>,
/// <c>records</c> or <c>body</c>, and <c>expect</c>. A test in no language in particular.
/// </summary>
/// <param name="Name">The file's name.</param>
/// <param name="Json">What stands in it.</param>
public sealed record PluginExample(string Name, JsonObject Json)
{
    /// <summary>Stands in settings for a folder that is empty at the beginning and gone at the end.</summary>
    private const string TempSign = "$temp";

    private const int MostChunks = 1000;

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
        ArgumentNullException.ThrowIfNull(manifest);
        if (KindNames.Find(Text("do") ?? "") is not { } kind || manifest.Offer(kind) is null)
            return $"\"do\" is \"{Text("do")}\"; the plugin offers {string.Join(", ", manifest.Offers.Select(offer => $"\"{KindNames.Of(offer.Kind)}\""))}.";
        var temp = Directory.CreateTempSubdirectory("trawl-example-").FullName;
        try
        {
            var wrong = PluginSettingsText.Compile(manifest, Settings(temp), folder, out var settings);
            if (wrong.Count > 0) return string.Join(' ', wrong.Select(found => $"{found.Message} {found.Fix}".Trim()));
            using var bench = new PluginBench(manifest, folder, settings, secrets);
            var actual = await AskAsync(bench, kind, temp);
            return JsonNode.DeepEquals(Json["expect"], actual) ? null
                : $"expected {PluginAnswer.Write(Json["expect"])}, got {PluginAnswer.Write(actual)}";
        }
        finally
        {
            Directory.Delete(temp, recursive: true);
        }
    }

    private async Task<JsonObject> AskAsync(PluginBench bench, PluginKind kind, string temp) => kind switch
    {
        PluginKind.Extract or PluginKind.Parse =>
            PluginAnswer.Describe(
                kind, await bench.PageAsync(kind, Text("type") ?? "record", Encoding.UTF8.GetBytes(Text("body") ?? ""), Text("url") ?? "")),
        PluginKind.Source => await ReadAsync(bench),
        PluginKind.Sink => await DeliverAsync(bench, temp),
        _ => PluginAnswer.Describe(
            kind, await bench.RecordAsync(kind, Text("type") ?? "record", (Json["record"] ?? new JsonObject()).ToJsonString(), Text("url") ?? "")),
    };

    private static async Task<JsonObject> ReadAsync(PluginBench bench)
    {
        var requests = new JsonArray();
        string? cursor = null;
        for (var chunk = 0; chunk < MostChunks; chunk++)
        {
            var reply = await bench.SourceAsync(cursor);
            if (reply.Fault is { } fault) return new JsonObject { ["fault"] = fault.Message };
            foreach (var request in reply.Requests) requests.Add(PluginAnswer.Describe(request));
            if ((cursor = reply.Cursor) is null) return new JsonObject { ["requests"] = requests };
        }

        return new JsonObject { ["fault"] = "It does not come to an end." };
    }

    private async Task<JsonObject> DeliverAsync(PluginBench bench, string temp)
    {
        var records = (Json["records"] as JsonArray ?? []).Select(record => Encoding.UTF8.GetBytes(PluginAnswer.Write(record))).ToArray();
        if (await bench.SinkAsync(records, Json["batch"]?.GetValue<int>() ?? 500) is { } fault) return new JsonObject { ["fault"] = fault };
        var taken = new JsonObject { ["records"] = records.Length };
        if (Json["expect"]?["files"] is not null) taken["files"] = FilesOf(temp);
        return taken;
    }

    private static JsonObject FilesOf(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => KeyValuePair.Create(Path.GetRelativePath(folder, file).Replace('\\', '/'), (JsonNode?)File.ReadAllText(file))));

    private string Settings(string temp) =>
        ((Json["settings"] as JsonObject)?.ToJsonString() ?? "{}").Replace(TempSign, temp, StringComparison.Ordinal);

    private string? Text(string name) => Json[name]?.GetValue<string>();
}
