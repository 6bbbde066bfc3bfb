using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trawl.Access.Users;
using Trawl.Api;
using Trawl.Api.Explaining;
using Trawl.Api.Journal;
using Trawl.Api.Records;
using Trawl.Api.Requests;
using Trawl.Model.Requests;
using Trawl.Server.Answers;
using Trawl.Server.Journals;
using Trawl.Server.Metrics;

namespace Trawl.Server.Endpoints;

/// <summary>What a run holds: requests, records, events.</summary>
internal static class ReadingEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/runs/{run}/requests", async (
            string run, RequestState? state, string? code, string? url, long? after, int? limit, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<RequestPage>)await client.ListRequestsAsync(
                new ListRequestsRequest
                {
                    RunId = run, State = state, Code = code, UrlContains = url, After = after ?? 0, Limit = limit ?? 50,
                },
                cancel)).Needs(Right.Read, "run.requests");

        api.MapGet("/runs/{run}/records", async (
            string run, string? type, long? after, int? limit, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<RecordPage>)await client.ListRecordsAsync(Records(run, type, after, limit), cancel)).Needs(Right.Read, "run.records");

        api.MapGet("/runs/{run}/quarantine", async (
            string run, string? type, long? after, int? limit, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<RecordPage>)await client.ListQuarantineAsync(Records(run, type, after, limit), cancel)).Needs(Right.Read, "run.quarantine");

        api.MapGet("/runs/{run}/explain", async (string run, string url, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<UrlExplanation>)await client.ExplainAsync(new ExplainRequest(run, url), cancel)).Needs(Right.Read, "run.explain");

        api.MapGet("/runs/{run}/journal", JournalAsync).Needs(Right.Read, "run.journal");
    }

    /// <summary>A page as JSON, or, for who accepts <c>text/event-stream</c>, all there is and all that comes.</summary>
    private static async Task JournalAsync(
        HttpContext http, string run, long? after, int? limit, ITrawlClient client, JournalStream stream, ServerInstruments instruments,
        ServerLife life)
    {
        if (JournalStream.Start(http.Request, after) is not { } start || start < 0)
        {
            await Problems.WriteAsync(http, Problems.Make(
                ProblemKind.InvalidRequest, "Last-Event-ID is no number of an event.", "Send the id of the last event you have."));
            return;
        }

        if (!http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            JsonAnswer<JournalPage> page = await client.ReadJournalAsync(new ReadJournalRequest(run, start, limit ?? 200), http.RequestAborted);
            await page.ExecuteAsync(http);
            return;
        }

        instruments.Followers(1);
        try
        {
            await stream.SendAsync(http, run, start, life.Closing);
        }
        finally
        {
            instruments.Followers(-1);
        }
    }

    private static ListRecordsRequest Records(string run, string? type, long? after, int? limit) =>
        new() { RunId = run, Type = type, After = after ?? 0, Limit = limit ?? 20 };
}
