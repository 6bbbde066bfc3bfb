using Trawl.Api.Pipelines;

namespace Trawl.Api.Replaying;

/// <summary>Asks what a changed pipeline would have made of a recorded run.</summary>
/// <param name="RunId">The run; it is not changed.</param>
/// <param name="Pipeline">The changed pipeline.</param>
/// <param name="Limit">Records to show of each type and sort of change, at most; 0 to 100,000. All are counted.</param>
/// <param name="Concurrency">Pages worked on at once at most, 1 to 1,000.</param>
public sealed record TryPlanRequest(string RunId, PipelineSource Pipeline, int Limit = 1_000, int Concurrency = 32);
