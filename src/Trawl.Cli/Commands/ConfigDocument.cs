using Trawl.Hosting.Settings;

namespace Trawl.Cli.Commands;

internal sealed record ConfigDocument(IReadOnlyList<ConfigEntry> Settings, IReadOnlyList<SettingProblem> Problems)
{
    public static ConfigDocument Of(SettingsResult settings) => new(
        [.. settings.Values.Select(v => new ConfigEntry(v.Setting.Name, v.Shown, v.Origin, v.Setting.EnvironmentName))],
        settings.Problems);
}
