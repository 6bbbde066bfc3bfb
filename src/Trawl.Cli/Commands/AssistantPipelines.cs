using Trawl.Access;
using Trawl.Api;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Mcp;
using Trawl.Server.Endpoints;

namespace Trawl.Cli.Commands;

/// <summary>
/// Pipelines of an assistant on this machine. Text comes from it, and gets no more than text from the network does: no
/// environment, no files, no plugins. A file was put here by the user, and may do what it may at the command line.
/// </summary>
internal sealed class AssistantPipelines(ITrawlClient client) : IPipelineGate
{
    private static readonly string[] s_extensions = [".yaml", ".yml"];

    private readonly RemotePipelines _remote = new(client);

    public ApiResult<PipelineSource> Source(string? text, string? file, IReadOnlyDictionary<string, string> set)
    {
        if (text is not null)
        {
            return RemotePipelines.Confine(new PipelineSource { Text = text, Path = "assistant.yaml", Set = set });
        }

        return s_extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
            ? CommonArguments.Read(Path.GetFullPath(file!), set.ToDictionary())
            : new ApiError(
                ApiErrorKind.InvalidRequest, $"\"{file}\" is no pipeline: their names end in .yaml.", "Name such a file, or send the pipeline as text.");
    }

    public async Task<ApiResult<StartRunRequest>> PrepareAsync(StartRunRequest request, Caller caller, CancellationToken cancellationToken) =>
        IsFile(request) ? request : await _remote.PrepareAsync(request, request.IdempotencyKey, caller, cancellationToken);

    private static bool IsFile(StartRunRequest request) =>
        request.Pipeline is { Environment: null } || (request.Pipeline is null && request.Environment is null);
}
