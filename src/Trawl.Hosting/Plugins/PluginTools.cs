using System.Text.Json;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Hosting.Settings;
using Trawl.Model.Plugins;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Plugins;
using Trawl.Plugins.Authoring;

namespace Trawl.Hosting.Plugins;

/// <summary>What authors and users of plugins do outside of any run.</summary>
/// <param name="settings">The settings in force.</param>
public sealed class PluginTools(SettingsResult settings)
{
    /// <summary>The plugins of the home, and those in the folder <c>plugins</c> of the working folder.</summary>
    public IReadOnlyList<PluginSummary> List() =>
        [.. new PluginFolders([PluginFolders.Beside(Environment.CurrentDirectory), Path.Combine(settings.Settings.Home, "plugins")])
            .List().Select(Summarize)];

    /// <summary>Writes a first plugin.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="folder">Its folder.</param>
    public ApiResult<string[]> Create(string name, string folder)
    {
        try
        {
            return PluginScaffold.Write(name, Path.GetFullPath(folder), AppContext.BaseDirectory.TrimEnd('/')).ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, $"The plugin cannot be written: {error.Message}", "Choose a folder that is not there yet.");
        }
    }

    /// <summary>Holds a plugin's manifest against its language, and its worker against its examples.</summary>
    /// <param name="folder">Its folder.</param>
    public async Task<ApiResult<PluginVerdict>> CheckAsync(string folder)
    {
        if (PluginFolders.Read(Path.GetFullPath(folder)) is not { } found)
        {
            return NoManifest(folder);
        }

        var examples = new Dictionary<string, string?>();
        try
        {
            foreach (var example in found.Manifest is null ? [] : PluginExample.Of(found.Folder))
            {
                examples[example.Name] = await example.RunAsync(found.Manifest!, found.Folder, Secret);
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, $"An example cannot be read: {error.Message}");
        }

        return new PluginVerdict(found.Folder, found.Id, [.. found.Diagnostics.Select(Of)], examples);
    }

    /// <summary>Sends records, one JSON object a line, through a plugin, and gives what comes back, one line each.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <param name="kind">Transform, enrich or validate.</param>
    /// <param name="given">Its settings, as YAML or JSON.</param>
    /// <param name="lines">The records.</param>
    /// <param name="write">Takes each line.</param>
    public async Task<ApiResult<PluginVerdict>> RunAsync(string folder, string kind, string given, IEnumerable<string> lines, Action<string> write)
    {
        if (PluginFolders.Read(Path.GetFullPath(folder)) is not { Manifest: { } manifest } found)
        {
            return NoManifest(folder);
        }

        if (!Enum.TryParse<PluginKind>(kind, ignoreCase: true, out var asked) || manifest.Offer(asked) is null || asked > PluginKind.Validate)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, $"\"{manifest.Id}\" does not offer \"{kind}\" for records.");
        }

        var wrong = PluginSettingsText.Compile(manifest, given, found.Folder, out var json);
        if (wrong.Count > 0)
        {
            return new ApiError(ApiErrorKind.InvalidPipeline, "The settings are wrong.") { Diagnostics = [.. wrong.Select(Of)] };
        }

        using var bench = new PluginBench(manifest, found.Folder, json, Secret);
        foreach (var line in lines.Where(line => line.Trim().Length > 0))
        {
            var reply = await bench.RecordAsync(asked, "record", line, "");
            write(PluginExample.Describe(asked, reply).ToJsonString(s_plain));
        }

        return new PluginVerdict(found.Folder, found.Id, [], new Dictionary<string, string?>());
    }

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static ApiError NoManifest(string folder) => new(
        ApiErrorKind.InvalidRequest, $"\"{Path.GetFullPath(folder)}\" holds no {PluginManifest.FileName} without errors.",
        "Name a plugin's folder, or make one with \"trawl plugin new NAME\".");

    private string? Secret(string name) => settings.Variables.GetValueOrDefault(name);

    private static PluginSummary Summarize(ManifestResult found)
    {
        var manifest = found.Manifest;
        return new PluginSummary(
            found.Id, manifest?.Version, [.. (manifest?.Offers ?? []).Select(offer => offer.Kind.ToString().ToLowerInvariant())], manifest?.Doc, found.Folder,
            [.. (manifest?.Settings ?? []).Select(Describe)],
            manifest is null ? [] : [.. NeedsOf(manifest)],
            manifest?.Offer(PluginKind.Sink) is { } sink ? sink.Delivery == PluginDelivery.ExactlyOnce ? "exactly-once" : "at-least-once" : null,
            found.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error)?.ToString());
    }

    private static string Describe(PluginSetting setting)
    {
        var more = setting.Required ? ", required" : setting.Default is null ? "" : $", default {setting.Default}";
        return $"{setting.Name}: {setting.Type.ToString().ToLowerInvariant()}{more}";
    }

    private static IEnumerable<string> NeedsOf(PluginManifest manifest)
    {
        var needs = manifest.Needs;
        foreach (var host in needs.Hosts)
        {
            yield return $"host {host}";
        }

        foreach (var file in needs.Files)
        {
            yield return $"{(file.Write ? "write" : "read")} {file.Path}";
        }

        foreach (var secret in needs.Secrets)
        {
            yield return $"secret {secret}";
        }

        if (needs.Processes)
        {
            yield return "processes";
        }

        if (needs.Memory > PluginCapabilities.FreeMemory)
        {
            yield return $"memory {needs.Memory >> 20} MiB";
        }
    }

    private static PipelineDiagnostic Of(Diagnostic found) => new(
        found.Severity == DiagnosticSeverity.Error, found.Code, found.Message, found.Fix, found.File, found.Line, found.Column, found.Path);
}
