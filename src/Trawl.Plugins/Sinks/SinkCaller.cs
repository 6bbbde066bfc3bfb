using System.Globalization;
using Trawl.Model.Plans;
using Trawl.Model.Plugins;
using Trawl.Plugins.Calls;
using Trawl.Plugins.Workers;
using Trawl.Sdk.Wire;

namespace Trawl.Plugins.Sinks;

/// <summary>Calls the worker of one sink.</summary>
internal sealed class SinkCaller(PluginRuntime plugins, SinkOutlet outlet, string run)
{
    /// <summary>Whether the plugin's manifest says that it knows its batches.</summary>
    public bool IsExactlyOnce { get; } = plugins.ManifestOf(outlet.Sink.Plugin).Offer(PluginKind.Sink)?.Delivery == PluginDelivery.ExactlyOnce;

    public string Plugin => outlet.Sink.Plugin;

    /// <summary>Opens the sink, with whatever worker there is.</summary>
    public Task<JobResult<AnswerMeta>> BeginAsync(IEnumerable<RecordType> types, CancellationToken cancellationToken) =>
        CallAsync("begin", "the opening", new SinkMeta { Records = [.. types.Select(Describe)] }, [], null, cancellationToken);

    /// <summary>Brings a batch to the worker that opened the sink, and to no other.</summary>
    public Task<JobResult<AnswerMeta>> CommitAsync(SinkPortion portion, int worker, CancellationToken cancellationToken)
    {
        var meta = new SinkMeta { Batch = portion.Number, Offset = portion.Offset, Types = [.. portion.Records.Select(record => record.Type)] };
        var blobs = portion.Records.Select(record => (ReadOnlyMemory<byte>)record.Json).ToArray();
        var what = string.Create(CultureInfo.InvariantCulture, $"records {portion.Offset + 1} to {portion.End}");
        return CallAsync("commit", what, meta, blobs, worker, cancellationToken);
    }

    /// <summary>Says that all batches are there.</summary>
    public Task<JobResult<AnswerMeta>> CompleteAsync(int worker, CancellationToken cancellationToken) =>
        CallAsync("complete", "the end", new SinkMeta(), [], worker, cancellationToken);

    private Task<JobResult<AnswerMeta>> CallAsync(
        string action, string what, SinkMeta meta, ReadOnlyMemory<byte>[] blobs, int? onlyBy, CancellationToken cancellationToken)
    {
        var call = new CallMeta { Do = action, Sink = meta with { Run = run, Output = outlet.Name } };
        var job = new Job<AnswerMeta>(call, blobs, $"{what} of run {run}", AnswerReader.Meta) { OnlyBy = onlyBy };
        return plugins.RunAsync(Plugin, job, cancellationToken);
    }

    private static SinkTypeMeta Describe(RecordType type) => new(
        type.Name, [.. type.Key], [.. type.Fields.Select(field => new SinkColumnMeta(field.Name, field.Type.ToString().ToLowerInvariant(), field.Many))]);
}
