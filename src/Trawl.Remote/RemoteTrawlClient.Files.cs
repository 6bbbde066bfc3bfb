using Trawl.Api.Captures;
using Trawl.Api.Errors;
using Trawl.Api.Outputs;

namespace Trawl.Remote;

public sealed partial class RemoteTrawlClient
{
    /// <inheritdoc/>
    public async Task<ApiResult<ExportResponse>> ExportAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        if ((request.Format ?? Downloads.FormatOf(request.Path)) is not { } format || request.Path.Contains("{record}", StringComparison.Ordinal))
        {
            return new ApiError(
                ApiErrorKind.InvalidRequest, $"\"{Path.GetFileName(request.Path)}\" is no single file of a known format.",
                "From a server export one file at a time: .jsonl, .json, .csv or .sqlite, or with --format.");
        }

        var saved = await Downloads.SaveAsync(_calls, Exported(request, format), request.Path, cancellationToken);
        return saved.TryGet(out var file, out var error)
            ? new ExportResponse([file with { Format = format.ToString().ToLowerInvariant() }])
            : error;
    }

    /// <inheritdoc/>
    public Task<ApiResult<ExportResponse>> ExportAsync(ExportRequest request, Stream stream, CancellationToken cancellationToken) =>
        request.Format is { } format
            ? _calls.SendAsync<ExportResponse>(
                new HttpRequestMessage(HttpMethod.Get, Exported(request, format).ToString()),
                async response =>
                {
                    await response.Content.CopyToAsync(stream, cancellationToken);
                    return new ExportResponse([new OutputFile("-", format.ToString().ToLowerInvariant(), Downloads.Counts(response), 0, "")]);
                },
                cancellationToken)
            : Task.FromResult<ApiResult<ExportResponse>>(
                new ApiError(ApiErrorKind.InvalidRequest, "A stream's name does not say the format.", "Give --format."));

    /// <inheritdoc/>
    public async Task<ApiResult<PackCaptureResponse>> PackCaptureAsync(
        PackCaptureRequest request, Action<double> onProgress, CancellationToken cancellationToken)
    {
        var saved = await Downloads.SaveAsync(_calls, new Query("runs", request.RunId, "capture.wacz"), request.Path, cancellationToken);
        if (!saved.TryGet(out var file, out var error))
        {
            return error;
        }

        return new PackCaptureResponse(
            file.Path, file.Bytes, (int)file.Records.GetValueOrDefault("files"), file.Records.GetValueOrDefault("pages"));
    }

    private static Query Exported(ExportRequest request, Model.Plans.OutputFormat format)
    {
        var query = new Query("runs", request.RunId, "export").With<Model.Plans.OutputFormat>("format", format);
        if (request.Changes)
        {
            query.With("changes", "true");
        }

        foreach (var record in request.Records)
        {
            query.With("record", record);
        }

        return query;
    }
}
