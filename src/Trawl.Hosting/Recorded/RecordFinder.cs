using System.Globalization;
using System.Text.Json;
using Trawl.Api.Errors;
using Trawl.Api.Lineage;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Recorded;

/// <summary>Finds the record somebody means.</summary>
internal sealed class RecordFinder(RecordedRun run)
{
    private const int Shown = 3;

    public ApiResult<RecordRow> Find(ExplainRecordRequest request)
    {
        var types = run.Plan.Records.Select(r => r.Name).ToList();
        if (request.Type is { } type && !types.Contains(type))
        {
            return new ApiError(ApiErrorKind.InvalidRequest, $"The run has no record type \"{type}\".", $"It has {string.Join(", ", types)}.");
        }

        if (request.Key.StartsWith('#'))
        {
            return ByNumber(request.Key[1..]);
        }

        var found = run.Reader.RecordsByKey(Spellings(request.Key), request.Type);
        var kinds = found.Select(r => r.Type).Distinct().ToList();
        return kinds.Count switch
        {
            0 => Unknown(request, types),
            1 => found.OrderBy(r => r.IsMerged).ThenBy(r => r.Status).First(),
            _ => new ApiError(
                ApiErrorKind.InvalidRequest,
                $"Records of several types have the key {request.Key}.",
                $"Choose one with --type: {string.Join(", ", kinds)}."),
        };
    }

    private ApiResult<RecordRow> ByNumber(string text)
    {
        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var row = isNumber ? run.Reader.Records(new RecordQuery { After = id - 1, Limit = 1 }).FirstOrDefault(r => r.Id == id) : null;
        return row is not null
            ? row
            : new ApiError(
                ApiErrorKind.NotFound,
                $"The run has no record number {text}.",
                $"\"trawl show {run.Info.Id} --records --json\" has their numbers.");
    }

    /// <summary>The key as it is stored: a text, a number, or as it was given.</summary>
    private static string[] Spellings(string key) =>
        key.StartsWith('[') ? [key] : [$"[{JsonSerializer.Serialize(key, KeyJson.Plain.String)}]", $"[{key}]"];

    private ApiError Unknown(ExplainRecordRequest request, List<string> types)
    {
        var near = run.Reader.KeysLike(request.Key, request.Type, Shown);
        var keyless = run.Plan.Records.All(r => r.Key.Count == 0);
        return new ApiError(
            ApiErrorKind.NotFound,
            $"The run has no {request.Type ?? (types.Count == 1 ? types[0] : "")} record with the key \"{request.Key}\"."
                .Replace("  ", " ", StringComparison.Ordinal),
            near.Count > 0 ? $"Keys like it: {string.Join(", ", near)}."
            : keyless ? "Its record types have no keys: give a record's number, as in \"#16777217\" (trawl show RUN --records --json)."
            : $"\"trawl show {run.Info.Id} --records\" lists records.");
    }
}
