using Trawl.Api.Pipelines;

namespace Trawl.Remote.Bodies;

internal sealed record TryBody(PipelineSource Pipeline, int Limit, int Concurrency);
