using System.Text.Json;
using Trawl.Model.Plugins;

namespace Trawl.Pipelines.Plugins;

/// <summary>What a plugin needs with the settings of one pipeline.</summary>
public static class PluginNeeds
{
    /// <summary>Replaces each <c>$setting</c> by what the setting says, and adds the secrets that settings name.</summary>
    /// <param name="manifest">The plugin's manifest.</param>
    /// <param name="settings">Its settings as the plan holds them, a JSON object.</param>
    /// <param name="folder">What relative paths of the manifest are relative to.</param>
    public static PluginCapabilities Resolve(PluginManifest manifest, string settings, string folder)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        using var json = JsonDocument.Parse(settings);
        var needs = manifest.Needs;
        var named = manifest.Settings.Where(s => s.Type == PluginSettingType.Secret).SelectMany(s => Texts(json.RootElement, s.Name));
        return needs with
        {
            Hosts = [.. needs.Hosts.SelectMany(h => Values(h, json.RootElement)).Select(HostOf).Distinct(StringComparer.OrdinalIgnoreCase)],
            Files = [.. needs.Files.SelectMany(f => Values(f.Path, json.RootElement).Select(p => f with { Path = Path.GetFullPath(p, folder) }))],
            Secrets = [.. needs.Secrets.Concat(named).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Whether a file, or a folder above it, is granted for that use.</summary>
    /// <param name="file">The file; an absolute path.</param>
    /// <param name="granted">What is granted; absolute paths.</param>
    public static bool IsGranted(PluginFile file, IReadOnlyList<PluginFile> granted)
    {
        ArgumentNullException.ThrowIfNull(file);
        return granted.Any(g => (g.Write || !file.Write) && IsSameOrBelow(file.Path, g.Path));
    }

    private static bool IsSameOrBelow(string path, string folder)
    {
        string relative = Path.GetRelativePath(folder, path);
        return !Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal)
            && !relative.StartsWith("..\\", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Values(string text, JsonElement settings) =>
        PluginKinds.IsReference(text) ? Texts(settings, text[1..]) : [text];

    private static IEnumerable<string> Texts(JsonElement settings, string name)
    {
        if (!settings.TryGetProperty(name, out var value)) return [];
        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)],
            _ => [],
        };
    }

    /// <summary>A setting may hold a URL; what is granted is its host, with a port that is not the scheme's own.</summary>
    private static string HostOf(string text) => Web.Urls.WebUrl.TryParse(text, out var url) && url.IsHttp ? url.HostAndPort! : text;
}
