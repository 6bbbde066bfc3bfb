#pragma warning disable MCPEXP002 // The SDK's way to answer with something other than a result may still change: all use of it is in here.
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Trawl.Access;
using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Tools;
using Trawl.Model.Runs;

namespace Trawl.Mcp.Tasks;

/// <summary>
/// Long calls as tasks. A task is its run, which is durable already: nothing is kept beside it, so it outlives the
/// connection and the server. One whose engine died goes on when somebody first asks for it.
/// </summary>
internal sealed class TaskDesk(McpDoorOptions door, ToolGate gate)
{
    private const string Working = "working";

    /// <summary>Runs begun or gone on with by this process: whatever stopped one of these since was meant.</summary>
    private readonly ConcurrentDictionary<string, bool> _ours = [];

    /// <summary>Offers tasks to the clients of a server.</summary>
    public void OfferTo(McpServerOptions server)
    {
        server.Capabilities!.Extensions = new Dictionary<string, object> { [TaskProtocol.Extension] = new JsonObject() };
        server.Handlers.CallToolWithAlternateHandler = CallAsync;
        server.RequestHandlers =
        [
            Handler(TaskProtocol.GetMethod, GetAsync),
            Handler(TaskProtocol.UpdateMethod, UpdateAsync),
            Handler(TaskProtocol.CancelMethod, CancelAsync),
        ];
    }

    private async ValueTask<ResultOrAlternate<CallToolResult>> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancel)
    {
        var isTask = ToolTable.Find(request.Params.Name)?.StartsRun == true && TaskProtocol.IsKnownTo(request.JsonRpcRequest);
        var result = await gate.CallAsync(request, isTask, cancel);
        if (!isTask || result.IsError == true || result.StructuredContent?.GetProperty("run").GetProperty("runId").GetString() is not { } run)
        {
            return result;
        }

        _ours[run] = true;
        var view = await ViewAsync(run, "task", cancel);
        return ResultOrAlternate<CallToolResult>.FromAlternate(view, McpJson.Default.TaskView);
    }

    private async ValueTask<JsonNode?> GetAsync(JsonRpcRequest request, CancellationToken cancel)
    {
        var run = TaskProtocol.IdOf(request);
        var caller = Allowed(request, Right.Read);
        var view = await ViewAsync(run, "complete", cancel);
        if (view.Status != Working)
        {
            _ours.TryRemove(run, out _);
        }
        else if (caller.May(Right.Operate) && _ours.TryAdd(run, true))
        {
            // No environment, as for resume_run; a run that an engine is at is left as it is.
            await door.Client.ResumeRunAsync(new ResumeRunRequest(run, new Dictionary<string, string>()), cancel);
        }

        return JsonSerializer.SerializeToNode(view, McpJson.Default.TaskView);
    }

    /// <summary>Runs ask their clients nothing, so there is nothing an answer could be to.</summary>
    private async ValueTask<JsonNode?> UpdateAsync(JsonRpcRequest request, CancellationToken cancel)
    {
        var run = TaskProtocol.IdOf(request);
        Allowed(request, Right.Operate);
        await ViewAsync(run, "complete", cancel);
        return Done();
    }

    private async ValueTask<JsonNode?> CancelAsync(JsonRpcRequest request, CancellationToken cancel)
    {
        var run = TaskProtocol.IdOf(request);
        var caller = Allowed(request, Right.Operate);
        var refused = (await door.Client.CancelRunAsync(new CancelRunRequest(run), cancel)).Error;
        door.Access?.Audit.Append(
            caller, $"mcp.{TaskProtocol.CancelMethod}", run, refused is null ? "done" : "failed", refused?.Message ?? "", CorrelationOf(request));
        // One that is over stays as it is, and that is no mistake of the client's.
        return refused is null or { Kind: ApiErrorKind.Conflict } ? Done() : throw Unknown(run, refused);
    }

    private async Task<TaskView> ViewAsync(string run, string type, CancellationToken cancel)
    {
        if (!(await door.Client.ShowRunAsync(new ShowRunRequest(run), cancel)).TryGet(out var details, out var error))
        {
            throw Unknown(run, error);
        }

        var (answer, state) = (StartedRuns.Of(details.Run, created: true, []), details.Run.State);
        return new TaskView
        {
            ResultType = type,
            TaskId = run,
            Status = state switch
            {
                RunState.Cancelled => "cancelled",
                RunState.Completed or RunState.Failed => "completed",
                _ => Working,
            },
            StatusMessage = answer.Summary,
            CreatedAt = details.Run.AcceptedAt.ToString("O"),
            LastUpdatedAt = (details.Run.FinishedAt ?? door.Clock.GetUtcNow()).ToString("O"),
            Outcome = state is RunState.Completed or RunState.Failed ? Outcome(answer) : null,
        };
    }

    private static JsonElement Outcome(ToolAnswer<Tools.Answers.StartedRun> answer) => JsonSerializer.SerializeToElement(
        ToolResults.Of(answer, JsonSerializer.SerializeToElement(answer.Value, McpJson.Default.StartedRun), carriesPageText: false),
        McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(CallToolResult)));

    private Caller Allowed(JsonRpcRequest request, Right right)
    {
        var caller = McpCaller.Of(request)?.Caller ?? door.Caller;
        if (caller?.May(right) == true)
        {
            return caller;
        }

        door.Access?.Audit.Append(caller, $"mcp.{request.Method}", "", "refused", $"needs {right}", CorrelationOf(request));
        throw new McpProtocolException(
            $"\"{request.Method}\" needs the right to {string.Join(", ", Rights.Names(right))}, and \"{caller?.User ?? "nobody"}\" does not have it.",
            McpErrorCode.InvalidRequest);
    }

    private static McpServerRequestHandler Handler(string method, Func<JsonRpcRequest, CancellationToken, ValueTask<JsonNode?>> handle) =>
        new() { Method = method, RoutingNameParameter = TaskProtocol.IdField, Handler = handle };

    private static JsonObject Done() => new() { ["resultType"] = "complete" };

    private static string CorrelationOf(JsonRpcRequest request) => McpCaller.Of(request)?.Correlation ?? "";

    private static McpProtocolException Unknown(string run, ApiError error) =>
        new($"There is no task \"{run}\": {error.Message}", McpErrorCode.InvalidParams);
}
