using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Governing;
using Trawl.Model.Plans;

namespace Trawl.Plugins;

/// <summary>What the plugins of a run work with.</summary>
public sealed record PluginRuntimeOptions
{
    /// <summary>The run's plan.</summary>
    public required PipelinePlan Plan { get; init; }

    /// <summary>A folder for the temporary files of workers; emptied at the start.</summary>
    public required string TempFolder { get; init; }

    /// <summary>A folder for their logs.</summary>
    public required string LogFolder { get; init; }

    /// <summary>Looks up a secret; null when it is not set.</summary>
    public Func<string, string?> Secrets { get; init; } = static _ => null;

    /// <summary>Fetches for plugins that are granted hosts; null refuses all of them.</summary>
    public IFetcher? Fetcher { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Decides how many workers a plugin may have; null for one a processor.</summary>
    public IWorkerGovernor? Governor { get; init; }

    /// <summary>How patient the supervision is.</summary>
    public SupervisionLimits Limits { get; init; } = new();
}
