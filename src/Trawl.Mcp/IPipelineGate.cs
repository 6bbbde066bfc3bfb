using Trawl.Access;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;

namespace Trawl.Mcp;

/// <summary>How a pipeline that came from an assistant becomes one that may be compiled and run here.</summary>
public interface IPipelineGate
{
    /// <summary>The pipeline as the compiler may see it, or why not.</summary>
    /// <param name="text">The YAML text; null when a file is named.</param>
    /// <param name="file">The file; null when text is given.</param>
    /// <param name="set">Values for <c>${set:NAME}</c>.</param>
    ApiResult<PipelineSource> Source(string? text, string? file, IReadOnlyDictionary<string, string> set);

    /// <summary>The start as it may be carried out, or why it may not.</summary>
    Task<ApiResult<StartRunRequest>> PrepareAsync(StartRunRequest request, Caller caller, CancellationToken cancellationToken);
}
