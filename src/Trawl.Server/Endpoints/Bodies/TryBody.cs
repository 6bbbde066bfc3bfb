using Trawl.Api.Pipelines;

namespace Trawl.Server.Endpoints.Bodies;

/// <summary>The pipeline to try on what a run recorded.</summary>
/// <param name="Pipeline">The changed pipeline.</param>
/// <param name="Limit">Records to show of each type and sort of change, at most; null for 1,000.</param>
/// <param name="Concurrency">Pages worked on at once at most, 1 to 1,000; null for 32.</param>
internal sealed record TryBody(PipelineSource Pipeline, int? Limit = null, int? Concurrency = null);
