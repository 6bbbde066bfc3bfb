using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;

namespace Trawl.Engine.Running;

/// <summary>The parts an engine works with.</summary>
public sealed record RunEngineOptions
{
    public required IRunStore Store { get; init; }

    public required IFetcher Fetcher { get; init; }

    /// <summary>Makes the page handler of the run's plan.</summary>
    public required Func<PipelinePlan, IPageHandler> Pages { get; init; }

    public required IOutputPublisher Publisher { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the run's chance comes from: jitter of retries.</summary>
    public int Seed { get; init; }

    /// <summary>Outcomes wait this long for company before they are committed.</summary>
    public TimeSpan CommitInterval { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>Called from the engine's loop a few times a second and at the end; must return at once.</summary>
    public Action<RunProgress>? OnProgress { get; init; }
}
