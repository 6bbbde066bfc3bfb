using Trawl.Model.Ids;
using Trawl.Model.Plans;

namespace Trawl.Storage.Runs;

/// <summary>What is written down when a run is accepted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Plan">What it executes.</param>
/// <param name="Now">The clock.</param>
/// <param name="Source">The file the plan was made from; null for none.</param>
public sealed record RunCreation(RunId Id, PipelinePlan Plan, DateTimeOffset Now, string? Source = null);
