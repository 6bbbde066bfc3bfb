using Microsoft.Extensions.AI;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plans;

namespace Trawl.Enrich;

/// <summary>What the tools and models of a run work with.</summary>
public sealed record EnrichmentOptions
{
    /// <summary>The run's plan.</summary>
    public required PipelinePlan Plan { get; init; }

    /// <summary>A folder for temporary files of tool servers.</summary>
    public required string TempFolder { get; init; }

    /// <summary>A folder for their logs.</summary>
    public required string LogFolder { get; init; }

    /// <summary>Answers: from those who are asked, with a record, or from the record alone.</summary>
    public required IAnswers Answers { get; init; }

    /// <summary>Does what steps of plugins ask.</summary>
    public required IPluginCaller Plugins { get; init; }

    /// <summary>Looks up a secret; null when it is not set.</summary>
    public Func<string, string?> Secrets { get; init; } = static _ => null;

    /// <summary>Fills in the secrets of headers.</summary>
    public Func<IReadOnlyList<HeaderPlan>, IReadOnlyList<HeaderPlan>> Headers { get; init; } = static headers => headers;

    /// <summary>Makes a model's client; null, or a null from it, for the client of its endpoint, or its script.</summary>
    public Func<ModelPlan, IChatClient?>? ChatClients { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
