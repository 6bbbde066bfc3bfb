namespace Trawl.Hosting.Settings;

/// <summary>The settings in force, where each came from, and all that is wrong with what was given.</summary>
/// <param name="Settings">The settings; defaults stand where a value could not be used.</param>
/// <param name="Values">Every setting with its origin, in the order of <see cref="SettingTable.All"/>.</param>
/// <param name="Problems">All problems; nothing should run while there is one.</param>
/// <param name="Variables">The environment and behind it the <c>.env</c> files, for the pipelines.</param>
public sealed record SettingsResult(
    TrawlSettings Settings,
    IReadOnlyList<SettingValue> Values,
    IReadOnlyList<SettingProblem> Problems,
    IReadOnlyDictionary<string, string> Variables);
