using Trawl.Access;
using Trawl.Access.Users;
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
public sealed class RemotePipelines(ITrawlClient client)
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

    /// <summary>
    /// The variables for a run that goes on. Those of this process only for who administers it: anybody else could have
    /// written the run's headers, and would have them sent where they like.
    /// </summary>
    public static IReadOnlyDictionary<string, string>? Environment(IReadOnlyDictionary<string, string>? given, Caller caller) =>
        given ?? (caller.May(Right.Administer) ? null : new Dictionary<string, string>());

    /// <summary>The request as it may be carried out, or why it may not.</summary>
    public async Task<ApiResult<StartRunRequest>> PrepareAsync(
        StartRunRequest request, string? key, Caller caller, CancellationToken cancel)
    {
        var confined = request with
        {
            IdempotencyKey = key ?? request.IdempotencyKey,
            Environment = request.Environment ?? new Dictionary<string, string>(),
            Pipeline = request.Pipeline is { } source ? Confine(source) : null,
            // Else every operator of a server could look around in the network it stands in.
            PublicOnly = !caller.May(Right.Administer),
        };
        if (request.Archives is { } archives)
        {
            return Refusal(archives.Paths is [var first, ..] ? first : "");
        }

        return await ProblemAsync(confined.Pipeline, confined.Plan, cancel) is { } problem ? problem : confined;
    }

    /// <summary>Why a pipeline may not be carried out here; null when it may. What is wrong with its text, the work itself says.</summary>
    public async Task<ApiError?> ProblemAsync(PipelineSource? source, PipelinePlan? plan, CancellationToken cancel)
    {
        if (source is not null)
        {
            var validated = await client.ValidateAsync(new ValidateRequest(source), cancel);
            if (!validated.TryGet(out var response, out var error))
            {
                return error;
            }

            plan = response.Plan;
        }

        return plan is not null && PlanFiles.FirstOf(plan) is { } file ? Refusal(file) : null;
    }

    private static ApiError Refusal(string file) => new(
        ApiErrorKind.InvalidRequest,
        $"The pipeline names the file \"{file}\", and a pipeline sent to a server has no files there.",
        "Write start URLs into the pipeline, name no plugins and no tools that are commands, and "
        + "leave out the path of outputs: they stand in the run and can be exported.");
}
