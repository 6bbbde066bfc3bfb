using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Trawl.Access.Users;
using Trawl.Api;
using Trawl.Api.Drift;
using Trawl.Api.Graphs;
using Trawl.Api.Pipelines;
using Trawl.Server.Answers;

namespace Trawl.Server.Endpoints;

/// <summary>Plans, and what runs say of them afterwards.</summary>
internal static class PlanEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/pipelines/validate", async (ValidateRequest body, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<ValidateResponse>)await client.ValidateAsync(new ValidateRequest(RemotePipelines.Confine(body.Pipeline)), cancel))
            .Needs(Right.Read, "pipeline.validate");

        api.MapPost("/pipelines/graph", async (ValidateRequest body, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<PlanGraph>)await client.ShowGraphAsync(
                new ShowGraphRequest { Pipeline = RemotePipelines.Confine(body.Pipeline) }, cancel)).Needs(Right.Read, "pipeline.graph");

        api.MapGet("/runs/{run}/graph", async (string run, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<PlanGraph>)await client.ShowGraphAsync(new ShowGraphRequest { RunId = run }, cancel)).Needs(Right.Read, "run.graph");

        api.MapGet("/runs/{run}/drift", async (string run, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<DriftReport>)await client.ShowDriftAsync(new ShowDriftRequest(run), cancel)).Needs(Right.Read, "run.drift");
    }
}
