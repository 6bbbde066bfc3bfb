namespace Trawl.Hosting.Plugins;

/// <summary>What came of a trial.</summary>
/// <param name="Answers">Records, documents or requests that came back, or records that a sink took.</param>
/// <param name="Faults">How many of them say that the plugin failed.</param>
public sealed record PluginTrialResult(int Answers, int Faults);
