using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Trawl.Access.Users;
using Trawl.Api;
using Trawl.Api.Captures;
using Trawl.Api.Errors;
using Trawl.Api.Lineage;
using Trawl.Api.Outputs;
using Trawl.Api.Pages;
using Trawl.Model.Plans;
using Trawl.Server.Answers;

namespace Trawl.Server.Endpoints;

/// <summary>What a run recorded, and what was made of it: pages, selectors, lineage, archives, exports.</summary>
internal static class RecordedEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/runs/{run}/page", async (
            string run, string url, int? attempt, PageBody? body, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<RecordedPage>)await client.ShowPageAsync(
                new ShowPageRequest { RunId = run, Url = url, Attempt = attempt, Body = body ?? PageBody.None }, cancel))
            .Needs(Right.Read, "run.page");

        api.MapGet("/runs/{run}/screenshot", async (string run, string url, int? attempt, ITrawlClient client, CancellationToken cancel) =>
            new PictureAnswer(await client.ReadScreenshotAsync(new ReadScreenshotRequest(run, url, attempt), cancel)))
            .Needs(Right.Read, "run.screenshot");

        api.MapGet("/runs/{run}/select", async (
            string run, string url, string selector, SelectorLanguage? language, string? rule, bool? onlyPage, int? limit,
            ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<SelectResponse>)await client.SelectAsync(
                new SelectRequest
                {
                    RunId = run, Url = url, Selector = selector, Language = language, Rule = rule, OnlyPage = onlyPage ?? false, Limit = limit ?? 10,
                },
                cancel)).Needs(Right.Read, "run.select");

        api.MapGet("/runs/{run}/lineage", async (
            string run, string key, string? type, string? field, ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<RecordExplanation>)await client.ExplainRecordAsync(
                new ExplainRecordRequest { RunId = run, Key = key, Type = type, Field = field }, cancel)).Needs(Right.Read, "run.lineage");

        api.MapGet("/runs/{run}/capture", (string run, bool? verify, ITrawlClient client) => new WorkAnswer<CaptureDetails>(
            (tell, cancel) => client.ShowCaptureAsync(new CaptureRequest(run, verify ?? false), tell, cancel))).Needs(Right.Read, "run.capture");

        api.MapGet("/runs/{run}/capture.wacz", (string run, ITrawlClient client) => new FileAnswer(
            "capture.wacz", "application/wacz",
            async (path, cancel) => Counts(await client.PackCaptureAsync(new PackCaptureRequest(run, path), static _ => { }, cancel))))
            .Needs(Right.Read, "run.pack");

        api.MapGet("/runs/{run}/export", (string run, OutputFormat format, string[]? record, bool? changes, ITrawlClient client) => new FileAnswer(
            $"records.{format.ToString().ToLowerInvariant()}", MediaType(format),
            async (path, cancel) => Counts(await client.ExportAsync(new ExportRequest(run, path, format, record ?? [], changes ?? false), cancel))))
            .Needs(Right.Read, "run.export");
    }

    private static ApiResult<IReadOnlyDictionary<string, long>> Counts(ApiResult<PackCaptureResponse> result) =>
        result.TryGet(out var packed, out var error) ? new Dictionary<string, long> { ["files"] = packed.Files, ["pages"] = packed.Pages } : error;

    private static ApiResult<IReadOnlyDictionary<string, long>> Counts(ApiResult<ExportResponse> result) =>
        result.TryGet(out var written, out var error) ? new Dictionary<string, long>(written.Outputs[0].Records) : error;

    private static string MediaType(OutputFormat format) => format switch
    {
        OutputFormat.Jsonl => "application/jsonl",
        OutputFormat.Json => "application/json",
        OutputFormat.Csv => "text/csv; charset=utf-8",
        OutputFormat.Sqlite => "application/vnd.sqlite3",
        _ => "application/octet-stream",
    };
}
