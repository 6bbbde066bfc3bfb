using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Trawl.Api;
using Trawl.Api.Runs;
using Trawl.Api.Serialization;

namespace Trawl.Server.Answers;

/// <summary>
/// Pictures of a run as server-sent events named <c>snapshot</c>, until the last one. A slow reader gets fewer: the
/// next picture is taken when the one before has been sent.
/// </summary>
internal sealed class FollowAnswer(ITrawlClient client, string runId, CancellationToken closing) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(RunSnapshot), [EventWriter.ContentType]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status404NotFound, typeof(Problem), [Problems.ContentType]));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, closing);
        if ((await client.ShowRunAsync(new ShowRunRequest(runId), ending.Token)).Error is { } error)
        {
            await Problems.WriteAsync(httpContext, Problems.Of(error));
            return;
        }

        var events = new EventWriter(httpContext.Response);
        events.Begin();
        try
        {
            await foreach (var snapshot in client.FollowRunAsync(new FollowRunRequest(runId), ending.Token))
            {
                await events.WriteAsync("snapshot", snapshot, ApiJson.Default.RunSnapshot, ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The follower left, or the server closes: it asks again.
        }
    }
}
