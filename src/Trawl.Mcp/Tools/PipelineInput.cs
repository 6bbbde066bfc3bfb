using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

/// <summary>Reads a pipeline that came as text or as the name of a file.</summary>
internal static class PipelineInput
{
    public static ApiResult<PipelineSource> Read(ToolCall call, string? text, string? file, Dictionary<string, string>? set) =>
        (text is null) == (file is null)
            ? new ApiError(ApiErrorKind.InvalidRequest, "A pipeline is given by one of \"text\" and \"file\".", "Send its YAML as text.")
            : call.Door.Pipelines.Source(text, file, set ?? []);
}
