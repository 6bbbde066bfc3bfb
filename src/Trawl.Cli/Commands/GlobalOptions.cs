using System.CommandLine;
using Trawl.Hosting.Settings;

namespace Trawl.Cli.Commands;

/// <summary>Options of every command: <c>--json</c>, and one for each setting that is no secret.</summary>
internal static class GlobalOptions
{
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "One JSON document on stdout instead of text.",
        Recursive = true,
    };

    public static IReadOnlyList<(SettingDescriptor Setting, Option<string?> Option)> Settings { get; } =
        [.. SettingTable.All.Where(s => !s.IsSecret).Select(s => (s, Of(s)))];

    public static IEnumerable<Option> All => [Json, .. Settings.Select(s => s.Option)];

    /// <summary>The settings given on the command line.</summary>
    public static Dictionary<string, string> Given(ParseResult parsed) =>
        Settings.Where(s => parsed.GetResult(s.Option) is { Implicit: false })
            .ToDictionary(s => s.Setting.Name, s => parsed.GetValue(s.Option) ?? "");

    private static Option<string?> Of(SettingDescriptor setting) => new(setting.OptionName)
    {
        Description = setting.Doc,
        Recursive = true,
        HelpName = setting.Kind == SettingKind.Choice ? string.Join('|', setting.Choices) : setting.Kind switch
        {
            SettingKind.Integer => "number",
            SettingKind.Path => "folder",
            SettingKind.Url => "url",
            _ => "text",
        },
    };
}
