using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Hosting.Home;
using Trawl.Hosting.Settings;
using Trawl.Model.Plans;
using Trawl.Pipelines;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Plugins;
using Trawl.Recording.Archives;

namespace Trawl.Hosting.Running;

/// <summary>From a wish to start to a plan that an engine can run, in the process that wishes: its files, its environment.</summary>
internal sealed class PlanPreparation(SettingsResult settings, HomeSeal seal)
{
    public ValidateResponse Validate(Api.Pipelines.PipelineSource source)
    {
        var result = Compile(source);
        return new ValidateResponse([.. result.Diagnostics.Select(Of)], result.Plan is { } plan ? Apply(plan) : null);
    }

    public ApiResult<PreparedRun> Prepare(StartRunRequest request)
    {
        if (request.IdempotencyKey is { Length: 0 or > 200 })
        {
            return new ApiError(ApiErrorKind.InvalidRequest, "An idempotency key has 1 to 200 characters.");
        }

        if (request.Pipeline is null == request.Plan is null)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, "A run is started from a pipeline or from a plan: give one of the two.");
        }

        var prepared = request.Plan is { } plan
            ? new PreparedRun(
                PlanSealing.Seal(Apply(plan), seal), null, [], new HeaderSecrets(request.Environment ?? settings.Variables, seal))
            : Prepare(request.Pipeline!);
        if (request.PublicOnly && prepared.TryGet(out var reaching, out _) && PublicReach.Problem(reaching.Plan) is { } refused)
        {
            return refused;
        }

        if (!prepared.TryGet(out var run, out _))
        {
            return prepared;
        }

        return request.Archives is { } archives ? From(archives, run) : Since(request, run);
    }

    private static ApiResult<PreparedRun> Since(StartRunRequest request, PreparedRun run)
    {
        if (request is { Since: not null, Full: true })
        {
            return new ApiError(
                ApiErrorKind.InvalidRequest, "A run that goes on from another does not ask for everything.", "Give \"since\" or \"full\".");
        }

        var incremental = request.Since is { } since ? new IncrementalPlan { Since = since == StartRunRequest.Last ? null : since }
            : request.Full ? null
            : run.Plan.Incremental;
        return incremental is null || run.Plan.Capture.Mode == CaptureMode.Full
            ? run with { Plan = run.Plan with { Incremental = incremental } }
            : new ApiError(
                ApiErrorKind.InvalidRequest, $"Pipeline \"{run.Plan.Name}\" does not record its pages, and the next run would go on from them.",
                "Remove \"capture\" from the pipeline.");
    }

    private static ApiResult<PreparedRun> From(ArchiveSource archives, PreparedRun run)
    {
        try
        {
            var archive = new ArchivePlan { Files = ArchiveFiles.Find(archives.Paths), At = archives.At, AllPages = archives.AllPages };
            // An archive answers the same however often it is asked.
            return run with { Plan = run.Plan with { Archive = archive, Incremental = null, Fetch = run.Plan.Fetch with { Retries = 0 } } };
        }
        catch (ArchiveUnusableException error)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, error.Message, error.WayOut);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return DiskErrors.Of(error);
        }
    }

    private ApiResult<PreparedRun> Prepare(Api.Pipelines.PipelineSource source)
    {
        var checkedSource = Validate(source);
        return checkedSource.Plan is { } plan
            ? new PreparedRun(
                PlanSealing.Seal(plan, seal), source.Path, checkedSource.Diagnostics,
                new HeaderSecrets(source.Environment ?? settings.Variables, seal))
            : new ApiError(ApiErrorKind.InvalidPipeline, $"\"{source.Path}\" has errors.") { Diagnostics = checkedSource.Diagnostics };
    }

    private CompileResult Compile(Api.Pipelines.PipelineSource source)
    {
        var variables = source.Environment ?? settings.Variables;
        return PipelineCompiler.Compile(source.Text, new Trawl.Pipelines.PipelineSource
        {
            File = source.Path,
            BaseDirectory = Path.GetDirectoryName(Path.GetFullPath(source.Path)) ?? Path.GetFullPath("/"),
            Values = source.Set,
            Plugins = new PluginFolders([Path.Combine(settings.Settings.Home, "plugins")]),
            Environment = name => variables.GetValueOrDefault(name),
        });
    }

    /// <summary>The home's settings in the plan: what is stored with the run is what is executed, on a resume too.</summary>
    private PipelinePlan Apply(PipelinePlan plan) => plan with
    {
        Fetch = plan.Fetch with
        {
            Contact = plan.Fetch.Contact ?? settings.Settings.Contact,
            UserAgent = plan.Fetch.UserAgent ?? settings.Settings.UserAgent,
            Concurrency = Math.Min(plan.Fetch.Concurrency, settings.Settings.MaxConcurrency),
            PerHostConcurrency = Math.Min(plan.Fetch.PerHostConcurrency, settings.Settings.MaxHostConcurrency),
        },
    };

    private static PipelineDiagnostic Of(Diagnostic found) => new(
        found.Severity == DiagnosticSeverity.Error, found.Code, found.Message, found.Fix, found.File, found.Line,
        found.Column, found.Path);
}
