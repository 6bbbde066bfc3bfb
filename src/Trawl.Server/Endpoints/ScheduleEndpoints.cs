using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trawl.Access.Users;
using Trawl.Api;
using Trawl.Api.Schedules;
using Trawl.Server.Answers;
using Trawl.Server.Callers;

namespace Trawl.Server.Endpoints;

/// <summary>When saved pipelines run by themselves.</summary>
internal static class ScheduleEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/schedules", async (string? after, int? limit, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<SchedulePage>)await client.ListSchedulesAsync(new ListSchedulesRequest(after, limit ?? 50), cancel))
            .Needs(Right.Read, "schedule.list");

        api.MapPost("/schedules", async (AddScheduleRequest body, HttpContext http, ITrawlClient client, CancellationToken cancel) =>
        {
            // What it starts may reach no further than who made it, whoever runs the server.
            var request = body with { PublicOnly = !http.Caller().May(Right.Administer) };
            var added = await client.AddScheduleAsync(request, cancel);
            JsonAnswer<ScheduleInfo> answer = added;
            return added.Error is null ? answer.Created($"/api/v1/schedules/{request.Name}") : answer;
        }).Needs(Right.Operate, "schedule.add");

        api.MapDelete("/schedules/{schedule}", async (string schedule, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<ScheduleInfo>)await client.RemoveScheduleAsync(new ScheduleNameRequest(schedule), cancel))
            .Needs(Right.Operate, "schedule.remove");

        api.MapPost("/schedules/{schedule}/pause", async (string schedule, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<ScheduleInfo>)await client.PauseScheduleAsync(new ScheduleNameRequest(schedule), cancel))
            .Needs(Right.Operate, "schedule.pause");

        api.MapPost("/schedules/{schedule}/resume", async (string schedule, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<ScheduleInfo>)await client.ResumeScheduleAsync(new ScheduleNameRequest(schedule), cancel))
            .Needs(Right.Operate, "schedule.resume");

        api.MapGet("/schedules/next", async (string? schedule, int? limit, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<NextTimes>)await client.NextTimesAsync(new NextTimesRequest(schedule, limit ?? 10), cancel))
            .Needs(Right.Read, "schedule.next");

        api.MapGet("/schedules/history", async (string? schedule, long? before, int? limit, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<FiringPage>)await client.ListFiringsAsync(new ListFiringsRequest(schedule, before, limit ?? 20), cancel))
            .Needs(Right.Read, "schedule.history");
    }
}
