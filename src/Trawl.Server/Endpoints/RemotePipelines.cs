using Trawl.Api;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Model.Plans;

namespace Trawl.Server.Endpoints;

/// <summary>
/// Pipelines that come in over the network: the environment and the files of the server's machine are not their
/// author's, so nothing of either gets in or is written.
/// </summary>
internal sealed class RemotePipelines(ITrawlClient client)
{
    private const string Folder = "/remote";

    /// <summary>The source as the compiler may see it.</summary>
    public static PipelineSource Confine(PipelineSource source) => source with
    {
        Path = $"{Folder}/{Path.GetFileName(source.Path)}",
        // Members left out of JSON are null, whatever the record says.
        Set = source.Set ?? new Dictionary<string, string>(),
        Environment = source.Environment ?? new Dictionary<string, string>(),
    };

    /// <summary>The request as it may be carried out, or why it may not.</summary>
    public async Task<ApiResult<StartRunRequest>> PrepareAsync(StartRunRequest request, string? key, CancellationToken cancel)
    {
        var confined = request with
        {
            IdempotencyKey = key ?? request.IdempotencyKey,
            Environment = request.Environment ?? new Dictionary<string, string>(),
            Pipeline = request.Pipeline is { } source ? Confine(source) : null,
        };
        if (request.Archives is { } archives)
        {
            return Refusal(archives.Paths is [var first, ..] ? first : "");
        }

        var plan = confined.Plan;
        if (confined.Pipeline is { } pipeline)
        {
            var validated = await client.ValidateAsync(new ValidateRequest(pipeline), cancel);
            if (!validated.TryGet(out var response, out var error))
            {
                return error;
            }

            // What is wrong with it, the start itself says.
            plan = response.Plan;
        }

        return plan is not null && FileOf(plan) is { } file ? Refusal(file) : confined;
    }

    private static string? FileOf(PipelinePlan plan) =>
        plan.Start.OfType<StartFile>().FirstOrDefault()?.Path ?? plan.Outputs.FirstOrDefault(o => o.Path is not null)?.Path
        ?? plan.Archive?.Files.FirstOrDefault()?.Path
        // A plugin is a program that would run here.
        ?? plan.Plugins.FirstOrDefault()?.Folder;

    private static ApiError Refusal(string file) => new(
        ApiErrorKind.InvalidRequest,
        $"The pipeline names the file \"{file}\", and a pipeline sent to a server has no files there.",
        "Write start URLs into the pipeline, name no plugins, and leave out the path of outputs: they stand in the run and can be exported.");
}
