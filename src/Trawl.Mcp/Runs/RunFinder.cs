using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Mcp.Calling;

namespace Trawl.Mcp.Runs;

/// <summary>The run somebody means.</summary>
internal static class RunFinder
{
    /// <summary>Its id: as given, or of the newest run for <c>last</c>.</summary>
    public static async Task<ApiResult<string>> FindAsync(ToolCall call, string given)
    {
        if (given != "last")
        {
            return given;
        }

        var listed = await call.Client.ListRunsAsync(new ListRunsRequest(Limit: 1), call.Cancel);
        return !listed.TryGet(out var runs, out var error) ? error
            : runs.Runs.Count > 0 ? runs.Runs[0].RunId
            : new ApiError(ApiErrorKind.NotFound, "There is no run yet.", "Start one with run_pipeline or capture_page.");
    }

    /// <summary>All that is known of it.</summary>
    public static async Task<ApiResult<RunDetails>> ShowAsync(ToolCall call, string given) =>
        (await FindAsync(call, given)).TryGet(out var id, out var error)
            ? await call.Client.ShowRunAsync(new ShowRunRequest(id), call.Cancel)
            : error;
}
