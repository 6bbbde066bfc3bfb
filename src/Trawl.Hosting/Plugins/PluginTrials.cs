using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trawl.Api.Errors;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plugins;
using Trawl.Plugins.Authoring;

namespace Trawl.Hosting.Plugins;

/// <summary>Has a plugin do one thing.</summary>
internal sealed class PluginTrials(PluginBench bench, PluginManifest manifest, Action<string> write)
{
    private const int SinkBatch = 500;

    private int _answers;
    private int _faults;

    public static PluginKind? KindOf(string name) =>
        Enum.GetValues<PluginKind>().Cast<PluginKind?>().FirstOrDefault(kind => NameOf(kind!.Value) == name);

    public static ApiError NoSuchKind(string given, IReadOnlyList<PluginKind> offered)
    {
        var names = string.Join(", ", offered.Select(NameOf));
        return new ApiError(ApiErrorKind.InvalidRequest, $"\"{given}\" is not a kind of plugin that can be meant here.", $"Give one of: {names}.");
    }

    public async Task<ApiResult<PluginTrialResult>> RunAsync(PluginTrial trial)
    {
        PluginKind[] offered = [.. manifest.Offers.Select(offer => offer.Kind)];
        var kind = trial.Do is null && offered.Length == 1 ? offered[0] : KindOf(trial.Do ?? "");
        if (kind is not { } known || !offered.Contains(known))
        {
            return trial.Do is null
                ? new ApiError(
                    ApiErrorKind.InvalidRequest, $"\"{manifest.Id}\" does several things.",
                    $"Say which with --do: {string.Join(", ", offered.Select(NameOf))}.")
                : NoSuchKind(trial.Do, offered);
        }

        try
        {
            await DoAsync(known, trial);
            return new PluginTrialResult(_answers, _faults);
        }
        catch (JsonException error)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, $"Line {_answers + 1} is not a JSON object: {error.Message}", "Give one JSON object a line.");
        }
    }

    private Task DoAsync(PluginKind kind, PluginTrial trial) => kind switch
    {
        PluginKind.Extract or PluginKind.Parse => PageAsync(kind, trial),
        PluginKind.Source => ReadAsync(),
        PluginKind.Sink => DeliverAsync(trial),
        _ => RecordsAsync(kind, trial),
    };

    private async Task RecordsAsync(PluginKind kind, PluginTrial trial)
    {
        foreach (var line in Records(trial))
        {
            Show(PluginAnswer.Describe(kind, await bench.RecordAsync(kind, "record", line, trial.Url)));
        }
    }

    private async Task PageAsync(PluginKind kind, PluginTrial trial)
    {
        var answer = PluginAnswer.Describe(kind, await bench.PageAsync(kind, "record", trial.Body(), trial.Url));
        if (answer["records"] is not JsonArray records)
        {
            Show(answer);
            return;
        }

        foreach (var record in records)
        {
            Show(record!.DeepClone());
        }
    }

    private async Task ReadAsync()
    {
        SourceReply reply;
        string? cursor = null;
        do
        {
            reply = await bench.SourceAsync(cursor);
            foreach (var request in reply.Requests)
            {
                Show(PluginAnswer.Describe(request));
            }

            cursor = reply.Cursor;
        }
        while (reply.Fault is null && cursor is not null);
        ShowFault(reply.Fault?.Message);
    }

    private async Task DeliverAsync(PluginTrial trial)
    {
        byte[][] records = [.. Records(trial).Select(Encoding.UTF8.GetBytes)];
        var fault = await bench.SinkAsync(records, SinkBatch);
        ShowFault(fault);
        _answers = fault is null ? records.Length : _answers;
    }

    private static IEnumerable<string> Records(PluginTrial trial) =>
        trial.Lines.Where(line => line.Trim().Length > 0).Select(line => PluginAnswer.Write(
            JsonNode.Parse(line) as JsonObject ?? throw new JsonException("it is something else.")));

    private void ShowFault(string? message)
    {
        if (message is not null)
        {
            Show(new JsonObject { ["fault"] = message });
        }
    }

    private void Show(JsonNode answer)
    {
        _answers++;
        _faults += (answer as JsonObject)?["fault"] is null ? 0 : 1;
        write(PluginAnswer.Write(answer));
    }

    private static string NameOf(PluginKind kind) => kind.ToString().ToLowerInvariant();
}
