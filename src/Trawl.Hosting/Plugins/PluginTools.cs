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
    /// <param name="kind">What it is to do, by the name that manifests use.</param>
    /// <param name="name">Its name.</param>
    /// <param name="folder">Its folder, as the caller named it.</param>
    public static ApiResult<NewPlugin> Create(string kind, string name, string folder)
    {
        if (PluginTrials.KindOf(kind) is not { } known)
        {
            return PluginTrials.NoSuchKind(kind, [.. Enum.GetValues<PluginKind>()]);
        }

        try
        {
            var files = PluginScaffold.Write(known, name, Path.GetFullPath(folder), AppContext.BaseDirectory.TrimEnd('/'));
            return new NewPlugin(folder, [.. files.Select(file => Path.Combine(folder, file))], PluginScaffold.Use(known, name, UseOf(folder)));
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

    /// <summary>Tries a plugin as its author would.</summary>
    /// <param name="trial">What it is to do, and with what.</param>
    /// <param name="write">Takes each line of what comes back.</param>
    /// <returns>How many answers came.</returns>
    public async Task<ApiResult<PluginTrialResult>> RunAsync(PluginTrial trial, Action<string> write)
    {
        if (PluginFolders.Read(Path.GetFullPath(trial.Folder)) is not { } found)
        {
            return NoManifest(trial.Folder);
        }

        if (found.Manifest is not { } manifest)
        {
            return Wrong("The manifest is wrong.", found.Diagnostics);
        }

        var wrong = PluginSettingsText.Compile(manifest, trial.Settings, Environment.CurrentDirectory, out var json);
        if (wrong.Count > 0)
        {
            return Wrong("The settings are wrong.", wrong);
        }

        using var bench = new PluginBench(manifest, found.Folder, json, Secret);
        return await new PluginTrials(bench, manifest, write).RunAsync(trial);
    }

    private static ApiError Wrong(string what, IEnumerable<Diagnostic> found) =>
        new(ApiErrorKind.InvalidPipeline, what) { Diagnostics = [.. found.Select(Of)] };

    private static string UseOf(string folder) => folder.StartsWith('.') || Path.IsPathRooted(folder) ? folder : "./" + folder;

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
