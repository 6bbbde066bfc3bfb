using Trawl.Api.Pipelines;
using Trawl.Api.Pipelines.Saved;
using Trawl.Model.Plans;

namespace Trawl.Api.Runs;

/// <summary>Starts a run of a pipeline given as text, of a saved one, or of a plan made in C#: exactly one of the three.</summary>
public sealed record StartRunRequest
{
    /// <summary>In <see cref="Since"/>: the last completed run of the pipeline.</summary>
    public const string Last = "last";

    /// <summary>The pipeline as text.</summary>
    public PipelineSource? Pipeline { get; init; }

    /// <summary>A saved pipeline. It sees those variables alone that <c>environment</c> gives it.</summary>
    public SavedSource? Saved { get; init; }

    /// <summary>The pipeline as a plan.</summary>
    public PipelinePlan? Plan { get; init; }

    /// <summary>Archives to read instead of the network; null for the network.</summary>
    public ArchiveSource? Archives { get; init; }

    /// <summary>
    /// Asks only for what changed since this completed run of the pipeline, incremental or not; <see cref="Last"/> for the last
    /// one of it; null: as the pipeline says.
    /// </summary>
    public string? Since { get; init; }

    /// <summary>Asks for every page, though the pipeline is incremental.</summary>
    public bool Full { get; init; }

    /// <summary>
    /// Names this wish to start: 1 to 200 characters. However often it is repeated, by whatever process and whenever,
    /// one run comes of it. Null: every call is a new run.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Values for the <c>${env:NAME}</c> of the plan's headers; null as in <see cref="PipelineSource.Environment"/>.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>
    /// Whether the run may reach public addresses alone: a pipeline that names a private one, or allows itself one, is
    /// refused. The server sets it for callers who may not administer it; nobody can take it off from outside.
    /// </summary>
    public bool PublicOnly { get; init; }
}
