using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Trawl.Access.Users;
using Trawl.Api;
using Trawl.Api.Replaying;
using Trawl.Server.Answers;
using Trawl.Server.Endpoints.Bodies;

namespace Trawl.Server.Endpoints;

/// <summary>Replays. They change nothing, and take the machine: that is for who may operate it.</summary>
internal static class ReplayEndpoints
{
    private const int Concurrency = 32;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/runs/{run}/replay", (string run, ReplayBody? body, ITrawlClient client) => new WorkAnswer<ReplayRunResponse>(
            (tell, cancel) => client.ReplayRunAsync(new ReplayRunRequest(run, body?.Concurrency ?? Concurrency), tell, cancel)))
            .Needs(Right.Operate, "run.replay");

        api.MapPost("/runs/{run}/try", (string run, TryBody body, ITrawlClient client, RemotePipelines remote) =>
            new WorkAnswer<TryPlanResponse>(async (tell, cancel) =>
            {
                var source = RemotePipelines.Confine(body.Pipeline);
                return await remote.ProblemAsync(source, plan: null, cancel) is { } problem
                    ? problem
                    : await client.TryPlanAsync(
                        new TryPlanRequest(run, source, body.Limit ?? 1_000, body.Concurrency ?? Concurrency), tell, cancel);
            })).Needs(Right.Operate, "run.try");
    }
}
