using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Trawl.Access;
using Trawl.Access.Users;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Tools;

namespace Trawl.Mcp;

/// <summary>Between a message and a tool: who calls, whether they may, what it came to.</summary>
internal sealed class ToolGate(McpDoorOptions door, ToolInstruments instruments)
{
    /// <summary>The tools a caller may use; others are not there for them.</summary>
    public IEnumerable<McpTool> For(MessageContext message)
    {
        var caller = CallerOf(message).Caller;
        return ToolTable.All.Where(t => caller?.May(t.Needs) == true);
    }

    /// <param name="request">The call.</param>
    /// <param name="isTask">Whether its client does not wait for what it starts.</param>
    /// <param name="cancel">Ends it.</param>
    public async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, bool isTask, CancellationToken cancel)
    {
        var tool = ToolTable.Find(request.Params.Name)
            ?? throw new McpProtocolException($"There is no tool \"{request.Params.Name}\"; tools/list names them.", McpErrorCode.InvalidParams);
        var (caller, correlation) = CallerOf(request);
        if (caller is null || !caller.May(tool.Needs))
        {
            door.Access?.Audit.Append(caller, $"mcp.{tool.Name}", "", "refused", $"needs {tool.Needs}", correlation);
            return Denied(tool, caller);
        }

        var began = door.Clock.GetTimestamp();
        var result = await GuardAsync(tool, Call(request, caller, correlation, cancel) with { IsTask = isTask });
        instruments.Called(tool.Name, result.IsError == true, door.Clock.GetElapsedTime(began));
        if (tool.Needs != Right.Read)
        {
            var failed = result.IsError == true;
            door.Access?.Audit.Append(caller, $"mcp.{tool.Name}", Target(request), failed ? "failed" : "done", failed ? Text(result) : "", correlation);
        }

        return result;
    }

    /// <summary>Whatever goes wrong inside is the answer of one call, with no more told than that.</summary>
    private static async Task<CallToolResult> GuardAsync(McpTool tool, ToolCall call)
    {
        try
        {
            return await tool.CallAsync(call);
        }
        catch (Exception error) when (error is not OperationCanceledException and not McpException)
        {
            return ToolResults.Refused(new Api.Errors.ApiError(
                Api.Errors.ApiErrorKind.Internal, $"{tool.Name} failed by an error inside Trawl ({error.GetType().Name})."));
        }
    }

    private ToolCall Call(RequestContext<CallToolRequestParams> request, Caller caller, string correlation, CancellationToken cancel) => new()
    {
        Door = door,
        Caller = caller,
        Correlation = correlation,
        Arguments = request.Params.Arguments ?? new Dictionary<string, JsonElement>(),
        Progress = request.Params.ProgressToken is { } token ? value => request.Server.NotifyProgressAsync(token, value, cancellationToken: cancel) : null,
        Cancel = cancel,
    };

    private (Caller? Caller, string Correlation) CallerOf(MessageContext message) =>
        McpCaller.Of(message) is { } known ? (known.Caller, known.Correlation) : (door.Caller, "");

    private static CallToolResult Denied(McpTool tool, Caller? caller) => ToolResults.Refused(new Api.Errors.ApiError(
        Api.Errors.ApiErrorKind.InvalidRequest,
        $"{tool.Name} needs the right to {string.Join(", ", Rights.Names(tool.Needs))}, and \"{caller?.User ?? "nobody"}\" does not have it.",
        "Ask the user for a token with that right."));

    private static string Target(RequestContext<CallToolRequestParams> request) =>
        request.Params.Arguments?.TryGetValue("run", out var run) == true && run.ValueKind == JsonValueKind.String ? run.GetString()!
        : request.Params.Arguments?.TryGetValue("url", out var url) == true && url.ValueKind == JsonValueKind.String ? url.GetString()!
        : "";

    private static string Text(CallToolResult result) => result.Content is [TextContentBlock text, ..] ? text.Text.Split('\n')[0] : "";
}
