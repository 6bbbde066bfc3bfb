using System.Globalization;
using System.Text.Json;
using Trawl.Engine.Seams.Outputs;
using Trawl.Model.Plans;
using Trawl.Plugins.Sinks;

namespace Trawl.Plugins.Authoring;

/// <summary>
/// Delivers records to a sink outside of any run. One that says it is exactly-once is opened again after each batch, as after a
/// crash, has to know the batch, and gets it a second time.
/// </summary>
internal sealed class SinkTrial(PluginRuntime runtime, string plugin)
{
    private const string Run = "example";

    private readonly SinkCaller _caller = new(runtime, new SinkOutlet(plugin, new SinkPlan(plugin, [])), Run);
    private RecordType[] _types = [];
    private int _worker;

    public async Task<string?> RunAsync(IEnumerable<byte[]> records, int size)
    {
        var all = records.Select(json => new DatasetRecord("record", json)).ToArray();
        _types = [new RecordType { Name = "record", Fields = [.. all.SelectMany(Fields).DistinctBy(field => field.Name)] }];
        if (await OpenAsync(0) is { } refused) return refused;
        foreach (var portion in SinkPortion.Of(all, size))
        {
            if (await CommitAsync(portion) is { } fault) return fault;
            if (_caller.IsExactlyOnce && (await OpenAsync(portion.Number) ?? await CommitAsync(portion)) is { } forgotten) return forgotten;
        }

        return (await _caller.CompleteAsync(_worker, CancellationToken.None)).Fault?.Message;
    }

    private async Task<string?> CommitAsync(SinkPortion portion) => (await _caller.CommitAsync(portion, _worker, CancellationToken.None)).Fault?.Message;

    private async Task<string?> OpenAsync(long expected)
    {
        var result = await _caller.BeginAsync(_types, CancellationToken.None);
        if (result.Fault is { } fault) return fault.Message;
        _worker = result.Worker;
        var said = result.Value!.Batch?.ToString(CultureInfo.InvariantCulture) ?? "nothing";
        return !_caller.IsExactlyOnce || result.Value.Batch == expected ? null
            : string.Create(CultureInfo.InvariantCulture, $"It is exactly-once by its manifest, has {expected} batches, and says {said}.");
    }

    private static IEnumerable<FieldPlan> Fields(DatasetRecord record)
    {
        using var json = JsonDocument.Parse(record.Json);
        return [.. json.RootElement.EnumerateObject().Select(field => new FieldPlan
        {
            Name = field.Name, Source = FieldSource.Plugin, Type = TypeOf(field.Value), Many = field.Value.ValueKind == JsonValueKind.Array,
        })];
    }

    private static FieldType TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out _) ? FieldType.Integer : FieldType.Decimal,
        JsonValueKind.True or JsonValueKind.False => FieldType.Boolean,
        JsonValueKind.Object or JsonValueKind.Array => FieldType.Json,
        _ => FieldType.Text,
    };
}
