namespace Trawl.Model.Plans;

/// <summary>A plugin that takes the records when the run ends.</summary>
/// <param name="Plugin">The plugin's name in the pipeline.</param>
/// <param name="Records">The record types it takes; empty for all.</param>
/// <param name="Batch">Records in one batch at most.</param>
public sealed record SinkPlan(string Plugin, IReadOnlyList<string> Records, int Batch = 500);
