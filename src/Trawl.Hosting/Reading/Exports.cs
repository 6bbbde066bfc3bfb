using Trawl.Api.Errors;
using Trawl.Api.Outputs;
using Trawl.Model.Changes;
using Trawl.Model.Plans;

namespace Trawl.Hosting.Reading;

/// <summary>Checks what somebody wants exported.</summary>
internal static class Exports
{
    public static ApiResult<ExportTarget> Check(ExportRequest request, ApiResult<IReadOnlyList<string>> types)
    {
        if (!types.TryGet(out var known, out var error))
        {
            return error;
        }

        if (request.Records.FirstOrDefault(r => !known.Contains(r)) is { } unknown)
        {
            return new ApiError(
                ApiErrorKind.InvalidRequest,
                $"The run has no record type \"{unknown}\".",
                known.Count == 0 ? "Its pipeline extracts no records." : $"It has {string.Join(", ", known)}.");
        }

        if ((request.Format ?? OfExtension(request.Path)) is not { } format)
        {
            return new ApiError(
                ApiErrorKind.InvalidRequest,
                $"The name \"{Path.GetFileName(request.Path)}\" does not say the format.",
                "Use .jsonl, .json, .csv or .sqlite, or give --format.");
        }

        // A CSV file has one header; several types in it would be a heap.
        var several = request.Records.Count == 0 ? known.Count > 1 : request.Records.Count > 1;
        return format == OutputFormat.Csv && several && !request.Path.Contains("{record}", StringComparison.Ordinal)
            ? new ApiError(
                ApiErrorKind.InvalidRequest,
                "A CSV file holds one record type, and the run has more.",
                $"Choose one with --record ({string.Join(", ", known)}), or put {{record}} into the name.")
            : new ExportTarget(format);
    }

    /// <summary>Why a run has no changes to export; null when it has.</summary>
    public static ApiError? Uncompared(ChangeReport? changes, string runId) => changes switch
    {
        null => new ApiError(
            ApiErrorKind.InvalidRequest, $"Run \"{runId}\" was held against no earlier run, so nothing is known to have changed.",
            "A run is when it has ended, and its pipeline says \"incremental: true\" or it was started with --since."),
        { Note: { } note } => new ApiError(ApiErrorKind.InvalidRequest, note, "Export all its records: leave --changes out."),
        _ => null,
    };

    private static OutputFormat? OfExtension(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jsonl" or ".ndjson" => OutputFormat.Jsonl,
        ".json" => OutputFormat.Json,
        ".csv" => OutputFormat.Csv,
        ".sqlite" or ".db" or ".sqlite3" => OutputFormat.Sqlite,
        _ => null,
    };
}
