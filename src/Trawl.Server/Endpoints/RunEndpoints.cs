using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Trawl.Access.Users;
using Trawl.Api;
using Trawl.Api.Hosts;
using Trawl.Api.Runs;
using Trawl.Model.Runs;
using Trawl.Server.Answers;
using Trawl.Server.Callers;
using Trawl.Server.Endpoints.Bodies;

namespace Trawl.Server.Endpoints;

/// <summary>Runs: starting, steering, looking.</summary>
internal static class RunEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/runs", async (RunState? state, int? limit, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<ListRunsResponse>)await client.ListRunsAsync(new ListRunsRequest(state, limit ?? 50), cancel)).Needs(Right.Read, "run.list");

        api.MapPost("/runs", StartAsync).Needs(Right.Operate, "run.start");

        api.MapGet("/runs/{run}", async (string run, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<RunDetails>)await client.ShowRunAsync(new ShowRunRequest(run), cancel)).Needs(Right.Read, "run.show");

        api.MapPost("/runs/{run}/resume", async (string run, ResumeBody? body, HttpContext http, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<ResumeRunResponse>)await client.ResumeRunAsync(
                new ResumeRunRequest(run, RemotePipelines.Environment(body?.Environment, http.Caller())), cancel)).Needs(Right.Operate, "run.resume");

        api.MapPost("/runs/{run}/stop", async (string run, StopBody? body, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<RunChange>)await client.StopRunAsync(
                new StopRunRequest(run, body?.AtOnce ?? false, body?.WithinSeconds), cancel)).Needs(Right.Operate, "run.stop");

        api.MapPost("/runs/{run}/cancel", async (string run, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<RunChange>)await client.CancelRunAsync(new CancelRunRequest(run), cancel)).Needs(Right.Operate, "run.cancel");

        api.MapGet("/runs/{run}/follow", (string run, ITrawlClient client, ServerLife life) => new FollowAnswer(client, run, life.Closing))
            .Needs(Right.Read, "run.follow");

        api.MapGet("/runs/{run}/hosts", async (string run, int? limit, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<ListHostsResponse>)await client.ListHostsAsync(new ListHostsRequest(run, limit ?? 100), cancel)).Needs(Right.Read, "run.hosts");
    }

    /// <summary>Starts a run, as far as the caller may.</summary>
    public static async Task<JsonAnswer<StartRunResponse>> StartAsync(
        StartRunRequest body,
        [FromHeader(Name = "Idempotency-Key")] string? key,
        ITrawlClient client,
        RemotePipelines remote,
        HttpContext http,
        CancellationToken cancel)
    {
        if (!(await remote.PrepareAsync(body, key, http.Caller(), cancel)).TryGet(out var request, out var refused))
        {
            return Problems.Of(refused);
        }

        var result = await client.StartRunAsync(request, cancel);
        JsonAnswer<StartRunResponse> answer = result;
        return result.TryGet(out var started, out _) && started.Created ? answer.Created($"/api/v1/runs/{started.RunId}") : answer;
    }
}
