using System.Security.Cryptography;
using Trawl.Api.Errors;
using Trawl.Api.Outputs;
using Trawl.Model.Plans;

namespace Trawl.Remote;

/// <summary>Files that a server sends: there whole, or not at all.</summary>
internal static class Downloads
{
    /// <summary>Saves what the server sends; a file that exists is replaced in one step.</summary>
    public static async Task<ApiResult<OutputFile>> SaveAsync(
        ServerCalls calls, Query query, string path, CancellationToken cancel)
    {
        var partial = $"{path}.part";
        try
        {
            return await calls.SendAsync<OutputFile>(
                new HttpRequestMessage(HttpMethod.Get, query.ToString()),
                async response =>
                {
                    var (bytes, digest) = await WriteAsync(response, partial, cancel);
                    File.Move(partial, path, overwrite: true);
                    return new OutputFile(path, "", Counts(response), bytes, digest);
                },
                cancel);
        }
        catch (FormatException error)
        {
            return new ApiError(ApiErrorKind.Unavailable, $"{calls.Server} counts in its answer as no Trawl server does: {error.Message}");
        }
        catch (UnauthorizedAccessException error)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, error.Message, "Choose a place that can be written.");
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>What is in a file, and how much: the server says it in the head.</summary>
    public static IReadOnlyDictionary<string, long> Counts(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Trawl-Counts", out var values)
            ? values.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(c => c.Split('='))
                .ToDictionary(c => Uri.UnescapeDataString(c[0]), c => long.Parse(c[1], System.Globalization.CultureInfo.InvariantCulture))
            : new Dictionary<string, long>();

    public static OutputFormat? FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jsonl" or ".ndjson" => OutputFormat.Jsonl,
        ".json" => OutputFormat.Json,
        ".csv" => OutputFormat.Csv,
        ".sqlite" or ".db" or ".sqlite3" => OutputFormat.Sqlite,
        _ => null,
    };

    private static async Task<(long Bytes, string Digest)> WriteAsync(HttpResponseMessage response, string path, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        await response.Content.CopyToAsync(file, cancel);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        return (file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)));
    }
}
