using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Trawl.Access;
using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Journal;
using Trawl.Api.Pages;
using Trawl.Api.Records;
using Trawl.Api.Runs;
using Trawl.Api.Serialization;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Reference;

namespace Trawl.Mcp.Resources;

/// <summary>What can be read by address: runs with their journal, records and recorded pages, and the reference.</summary>
internal sealed class ResourceDesk(McpDoorOptions door)
{
    private const int Newest = 20;
    private const int Page = 200;

    public async ValueTask<ListResourcesResult> ListAsync(MessageContext message, CancellationToken cancel)
    {
        if (!May(message))
        {
            return new ListResourcesResult();
        }

        var listed = await door.Client.ListRunsAsync(new ListRunsRequest(Limit: Newest), cancel);
        var runs = listed.TryGet(out var found, out _) ? found.Runs : [];
        return new ListResourcesResult
        {
            Resources =
            [
                new Resource { Uri = TrawlUris.Runs, Name = "runs", Title = "Runs, newest first", MimeType = "application/json" },
                .. ReferenceBook.Pages.Select(p => new Resource
                {
                    Uri = $"{TrawlUris.Reference}/{p.Name}",
                    Name = p.Name,
                    Title = p.Title,
                    MimeType = p.Name.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "text/markdown",
                }),
                .. runs.Select(r => new Resource
                {
                    Uri = TrawlUris.Run(r.RunId),
                    Name = r.RunId,
                    Title = $"Run of {r.Pipeline}, {r.State.ToString().ToLowerInvariant()}",
                    MimeType = "application/json",
                }),
            ],
        };
    }

    public async ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancel)
    {
        var uri = request.Params.Uri;
        if (!May(request))
        {
            throw new McpProtocolException("Reading needs the right to read.", McpErrorCode.InvalidRequest);
        }

        if (!ResourceUri.TryParse(uri, out var address))
        {
            throw Missing(request, uri, "resources/templates/list says what addresses look like.");
        }

        var (type, text) = await TextAsync(request, address, uri, cancel);
        return new ReadResourceResult { Contents = [new TextResourceContents { Uri = uri, MimeType = type, Text = text }] };
    }

    private async Task<(string Type, string Text)> TextAsync(
        MessageContext message, ResourceUri address, string uri, CancellationToken cancel) => address switch
    {
        { IsReference: true } => ReferenceBook.Read(address.Name) is { } page
            ? (address.Name.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "text/markdown", page)
            : throw Missing(message, uri, "resources/list names the pages."),
        { Run: null } => Json(message, uri, await door.Client.ListRunsAsync(new ListRunsRequest(Limit: Page), cancel), ApiJson.Default.ListRunsResponse),
        { Part: "" } => Json(message, uri, await door.Client.ShowRunAsync(new ShowRunRequest(address.Run!), cancel), ApiJson.Default.RunDetails),
        { Part: "journal" } => Json(
            message, uri, await door.Client.ReadJournalAsync(new ReadJournalRequest(address.Run!, address.After, Page), cancel), ApiJson.Default.JournalPage),
        { Part: "records" } => Json(
            message, uri,
            await door.Client.ListRecordsAsync(
                new ListRecordsRequest { RunId = address.Run!, Type = address.Query("type"), After = address.After, Limit = Page }, cancel),
            ApiJson.Default.RecordPage),
        _ => await PageAsync(message, address, uri, cancel),
    };

    private async Task<(string Type, string Text)> PageAsync(MessageContext message, ResourceUri address, string uri, CancellationToken cancel)
    {
        var shown = await door.Client.ShowPageAsync(
            new ShowPageRequest { RunId = address.Run!, Url = address.Query("url") ?? "", Body = PageBody.Text }, cancel);
        return shown.TryGet(out var page, out var error)
            ? ("text/plain", PageText.Mark(page.Text ?? ""))
            : throw Missing(message, uri, error.ToString());
    }

    private static (string Type, string Text) Json<T>(MessageContext message, string uri, ApiResult<T> result, JsonTypeInfo<T> type)
        where T : class =>
        result.TryGet(out var value, out var error)
            ? ("application/json", JsonSerializer.Serialize(value, type))
            : throw Missing(message, uri, error.ToString());

    private bool May(MessageContext message) => (McpCaller.Of(message)?.Caller ?? door.Caller)?.May(Right.Read) == true;

    private static McpProtocolException Missing(MessageContext message, string uri, string why) => new(
        $"There is no resource \"{uri}\". {why}", Revisions.IsStateless(message) ? McpErrorCode.InvalidParams : McpErrorCode.ResourceNotFound)
    {
        // Comes to the client as the error's data (SEP-2164).
        Data = { ["uri"] = uri },
    };
}
