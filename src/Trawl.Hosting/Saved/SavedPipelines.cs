using System.Text;
using System.Text.RegularExpressions;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Api.Pipelines.Saved;
using Trawl.Hosting.Reading;

namespace Trawl.Hosting.Saved;

/// <summary>What doors may do with the saved pipelines of a home, and why not. Opened when first needed.</summary>
internal sealed partial class SavedPipelines(string home, TimeProvider clock) : IDisposable
{
    private const int LongestNote = 500;

    private readonly Lock _turn = new();
    private PipelineStore? _store;

    public ApiResult<SavePipelineResponse> Save(SavePipelineRequest request, Func<PipelineSource, ValidateResponse> validate)
    {
        if (Problem(request) is { } wrong)
        {
            return wrong;
        }

        var (current, isExpected, created) = Store().Save(request, clock.GetUtcNow());
        return !isExpected ? Changed(request.Name, request.Expected, current)
            : new SavePipelineResponse(current!, created, validate(Source(request.Name, current!.Current.Version, request.Text)).Diagnostics);
    }

    public ApiResult<SavedPipeline> Remove(RemovePipelineRequest request)
    {
        if (!PipelineStore.IsThere(home))
        {
            return Unknown(request.Name);
        }

        var (before, isExpected) = Store().Remove(request.Name, request.Expected);
        return before is null ? Unknown(request.Name) : isExpected ? before : Changed(request.Name, request.Expected, before);
    }

    public ApiResult<PipelinePage> List(ListPipelinesRequest request)
    {
        if (Limits.Check(request.Limit) is { } wrong)
        {
            return wrong;
        }

        var rows = PipelineStore.IsThere(home) ? Store().List(request.After, request.Limit + 1) : [];
        return new PipelinePage([.. rows.Take(request.Limit)], rows.Count > request.Limit ? rows[request.Limit - 1].Name : null);
    }

    public ApiResult<VersionPage> Versions(ListVersionsRequest request)
    {
        if (Limits.Check(request.Limit) is { } wrong)
        {
            return wrong;
        }

        if (Find(request.Name) is null)
        {
            return Unknown(request.Name);
        }

        var rows = Store().Versions(request.Name, request.Before, request.Limit + 1);
        return new VersionPage(
            request.Name, [.. rows.Take(request.Limit)], rows.Count > request.Limit ? rows[request.Limit - 1].Version : null);
    }

    public ApiResult<PipelineText> Read(ReadPipelineRequest request) =>
        Find(request.Name) is not { } pipeline ? Unknown(request.Name)
        : Store().Read(request.Name, request.Version ?? pipeline.Current.Version) is { } text ? text
        : new ApiError(
            ApiErrorKind.NotFound, FormattableString.Invariant($"\"{request.Name}\" has no version {request.Version}."),
            FormattableString.Invariant($"Its versions are 1 to {pipeline.Current.Version}."));

    public ApiResult<PipelineDiff> Diff(DiffPipelineRequest request)
    {
        if (!Read(new ReadPipelineRequest(request.Name, request.From)).TryGet(out var from, out var error)
            || !Read(new ReadPipelineRequest(request.Name, request.To)).TryGet(out var to, out error))
        {
            return error;
        }

        var lines = LineDiff.Of(from.Text, to.Text);
        return new PipelineDiff(
            request.Name, from.Version.Version, to.Version.Version,
            lines.Count(l => l.Kind == "added"), lines.Count(l => l.Kind == "removed"), lines);
    }

    /// <summary>A saved pipeline's text as the compiler may see it: its folder does not exist.</summary>
    public static PipelineSource Source(string name, int version, string text) => new()
    {
        Text = text,
        Path = FormattableString.Invariant($"/saved/{name}@{version}.yaml"),
        Environment = new Dictionary<string, string>(),
    };

    public void Dispose() => _store?.Dispose();

    private SavedPipeline? Find(string name) => PipelineStore.IsThere(home) ? Store().Find(name) : null;

    private PipelineStore Store()
    {
        lock (_turn)
        {
            return _store ??= PipelineStore.Open(home);
        }
    }

    private static ApiError? Problem(SavePipelineRequest request) =>
        !Name().IsMatch(request.Name) ? new ApiError(
            ApiErrorKind.InvalidRequest, $"\"{request.Name}\" cannot be a name.", "Write 1 to 64 letters, digits, \"-\", \"_\" and \".\".")
        : request.Text.Length == 0 || Encoding.UTF8.GetByteCount(request.Text) > SavePipelineRequest.LongestText ? new ApiError(
            ApiErrorKind.InvalidRequest, "A pipeline's text has 1 byte to 1 MiB.")
        : request.Note?.Length > LongestNote ? new ApiError(ApiErrorKind.InvalidRequest, "A note has 500 characters at most.")
        : null;

    private static ApiError Unknown(string name) => new(
        ApiErrorKind.NotFound, $"There is no saved pipeline \"{name}\".", "\"trawl pipeline list\" shows those there are.");

    private static ApiError Changed(string name, int expected, SavedPipeline? current) => new(
        ApiErrorKind.Conflict,
        current is null
            ? FormattableString.Invariant($"There is no saved pipeline \"{name}\", and version {expected} was expected.")
            : FormattableString.Invariant($"\"{name}\" is at version {current.Current.Version}, and {expected} was expected: somebody saved it since."),
        "Read it again, put your change in, and save with the version you read; 0 for a pipeline that is new.");

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
