using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Trawl.Access.Users;
using Trawl.Api;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Runs;
using Trawl.Server.Answers;
using Trawl.Server.Callers;
using Trawl.Server.Endpoints.Bodies;

namespace Trawl.Server.Endpoints;

/// <summary>Saved pipelines with their versions. A version is its own ETag.</summary>
internal static class PipelineEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/pipelines", async (string? after, int? limit, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<PipelinePage>)await client.ListPipelinesAsync(new ListPipelinesRequest(after, limit ?? 50), cancel))
            .Needs(Right.Read, "pipeline.list");

        api.MapGet("/pipelines/{name}", ReadAsync).Needs(Right.Read, "pipeline.show");
        api.MapPut("/pipelines/{name}", SaveAsync).Needs(Right.Edit, "pipeline.save");
        api.MapDelete("/pipelines/{name}", RemoveAsync).Needs(Right.Edit, "pipeline.remove");

        api.MapGet("/pipelines/{name}/versions", async (string name, int? before, int? limit, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<VersionPage>)await client.ListVersionsAsync(new ListVersionsRequest(name, before, limit ?? 50), cancel))
            .Needs(Right.Read, "pipeline.versions");

        api.MapGet("/pipelines/{name}/diff", async (string name, int from, int? to, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<PipelineDiff>)await client.DiffPipelineAsync(new DiffPipelineRequest(name, from, to), cancel))
            .Needs(Right.Read, "pipeline.diff");

        api.MapPost("/pipelines/{name}/runs", StartAsync).Needs(Right.Operate, "pipeline.run");
    }

    private static async Task<JsonAnswer<PipelineText>> ReadAsync(string name, int? version, ITrawlClient client, CancellationToken cancel)
    {
        var read = await client.ReadPipelineAsync(new ReadPipelineRequest(name, version), cancel);
        JsonAnswer<PipelineText> answer = read;
        return read.TryGet(out var text, out _) ? answer.Tagged(Preconditions.Tag(text.Version.Version)) : answer;
    }

    private static async Task<JsonAnswer<SavePipelineResponse>> SaveAsync(
        string name,
        SavePipelineBody body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        [FromHeader(Name = "If-None-Match")] string? ifNoneMatch,
        HttpContext http,
        ITrawlClient client,
        CancellationToken cancel)
    {
        if (Preconditions.Expected(http.Request) is not { } expected)
        {
            return Preconditions.Missing;
        }

        var caller = http.Caller();
        var saved = await client.SavePipelineAsync(
            new SavePipelineRequest
            {
                Name = name, Text = body.Text, Note = body.Note, Expected = expected, Author = caller.User, PublicOnly = !caller.May(Right.Administer),
            },
            cancel);
        if (!saved.TryGet(out var response, out var error))
        {
            return Preconditions.Of(error);
        }

        JsonAnswer<SavePipelineResponse> answer = response;
        answer = expected == 0 ? answer.Created($"/api/v1/pipelines/{name}") : answer;
        return answer.Tagged(Preconditions.Tag(response.Pipeline.Current.Version));
    }

    private static async Task<JsonAnswer<SavedPipeline>> RemoveAsync(
        string name, [FromHeader(Name = "If-Match")] string? ifMatch, HttpContext http, ITrawlClient client, CancellationToken cancel)
    {
        if (Preconditions.Expected(http.Request) is not ({ } expected and > 0))
        {
            return Preconditions.Missing;
        }

        var removed = await client.RemovePipelineAsync(new RemovePipelineRequest(name, expected), cancel);
        return removed.TryGet(out var before, out var error) ? before : Preconditions.Of(error);
    }

    private static async Task<JsonAnswer<StartRunResponse>> StartAsync(
        string name,
        StartSavedBody? body,
        [FromHeader(Name = "Idempotency-Key")] string? key,
        ITrawlClient client,
        RemotePipelines remote,
        HttpContext http,
        CancellationToken cancel)
    {
        var wish = new StartRunRequest
        {
            Saved = new SavedSource(name, body?.Version) { Set = body?.Set ?? new Dictionary<string, string>() }, Environment = body?.Environment,
        };
        return await RunEndpoints.StartAsync(wish, key, client, remote, http, cancel);
    }
}
