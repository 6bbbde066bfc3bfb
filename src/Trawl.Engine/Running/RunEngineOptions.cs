using Trawl.Engine.Seams.Budgets;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Governing;
using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Plugins;
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

    /// <summary>Takes the secrets of the plan out of URLs before they are written down; null where it names none.</summary>
    public IUrlSeal? Seal { get; init; }

    /// <summary>Asks plugins for requests; null in a plan without such start points.</summary>
    public IRequestSource? Source { get; init; }

    public required IOutputPublisher Publisher { get; init; }

    /// <summary>Looks at a run that completes, when its outputs stand; null for nobody.</summary>
    public IRunReview? Review { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Makes the judge of when the run has had enough.</summary>
    public Func<PipelinePlan, IBudget> Budget { get; init; } = static plan => new ScopeBudget(plan.Scope);

    /// <summary>Decides how much of the plan may be done now; null for all of it, as in a replay.</summary>
    public IRunGovernor? Governor { get; init; }

    /// <summary>
    /// Whether exchanges reach no server, so that nobody has to be spared: no delays, no throttling, no pauses. Waits
    /// of single requests before a further attempt are the store's to keep.
    /// </summary>
    public bool Unpaced { get; init; }

    /// <summary>Where the run's chance comes from: jitter of retries.</summary>
    public int Seed { get; init; }

    /// <summary>Outcomes wait this long for company before they are committed.</summary>
    public TimeSpan CommitInterval { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// How long an exchange under way may take behind the end of a budget of time before it is broken off;
    /// <see cref="Timeout.InfiniteTimeSpan"/> waits for it.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a stop at once or a cancellation waits for attempts that do not heed it, a page that is being read for
    /// instance; <see cref="Timeout.InfiniteTimeSpan"/> waits for them.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Called from the engine's loop a few times a second and at the end; must return at once.</summary>
    public Action<RunProgress>? OnProgress { get; init; }
}
