using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plans;

namespace Trawl.Recording.Replaying;

/// <summary>What a replay works on and with.</summary>
public sealed record ReplayOptions
{
    /// <summary>The folder of the recorded run; read only.</summary>
    public required string RecordedFolder { get; init; }

    /// <summary>An empty folder for what the replay stores.</summary>
    public required string ScratchFolder { get; init; }

    /// <summary>Makes the page handler of the run's plan.</summary>
    public required Func<PipelinePlan, IPageHandler> Pages { get; init; }

    /// <summary>What the recorded run sealed its URLs with; null where its plan names nothing.</summary>
    public IUrlSeal? Seal { get; init; }

    /// <summary>Asks plugins for requests to begin with; null where the plan has no such start point.</summary>
    public IRequestSource? Source { get; init; }

    /// <summary>The recorded run's seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Pages worked on at once at most; what comes out does not depend on it.</summary>
    public int Concurrency { get; init; } = 32;

    /// <summary>Told the number of the last journal entry that stands; must return at once.</summary>
    public Action<long>? OnProgress { get; init; }
}
