using System.Collections;

namespace Trawl.Hosting.Settings;

/// <summary>Where settings may come from.</summary>
public sealed record SettingsSources
{
    /// <summary>Values given on the command line, by setting name.</summary>
    public IReadOnlyDictionary<string, string> CommandLine { get; init; } = new Dictionary<string, string>();

    /// <summary>The environment.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The working folder: absolute; its <c>.env</c> is read.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>This process's environment and working folder.</summary>
    public static SettingsSources OfProcess(IReadOnlyDictionary<string, string>? commandLine = null) => new()
    {
        CommandLine = commandLine ?? new Dictionary<string, string>(),
        Environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal),
        WorkingFolder = System.Environment.CurrentDirectory,
    };
}
