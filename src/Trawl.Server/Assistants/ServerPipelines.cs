using Trawl.Access;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Mcp;
using Trawl.Server.Endpoints;

namespace Trawl.Server.Assistants;

/// <summary>Pipelines of assistants that call over the network: text alone, with no more rights than any other caller's.</summary>
internal sealed class ServerPipelines(RemotePipelines remote) : IPipelineGate
{
    public ApiResult<PipelineSource> Source(string? text, string? file, IReadOnlyDictionary<string, string> set) => text is null
        ? new ApiError(ApiErrorKind.InvalidRequest, "A server reads no pipelines from its own files.", "Send the pipeline's YAML as text.")
        : RemotePipelines.Confine(new PipelineSource { Text = text, Path = "assistant.yaml", Set = set });

    public Task<ApiResult<StartRunRequest>> PrepareAsync(StartRunRequest request, Caller caller, CancellationToken cancellationToken) =>
        remote.PrepareAsync(request, request.IdempotencyKey, caller, cancellationToken);
}
