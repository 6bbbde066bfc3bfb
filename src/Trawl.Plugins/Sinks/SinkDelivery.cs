using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plans;
using Trawl.Plugins.Calls;
using Trawl.Plugins.Workers;
using Trawl.Sdk.Wire;

namespace Trawl.Plugins.Sinks;

/// <summary>
/// Brings the records of a run to one sink, batch by batch. Batches and their numbers are a function of the dataset, so that
/// a batch that comes again is the same one. After a death the sink is opened again and says how far it is.
/// </summary>
internal sealed class SinkDelivery(
    PipelinePlan plan, SinkPlan sink, PluginRuntime plugins, IDatasetReader records, string run, SinkCursor cursor)
{
    /// <summary>Openings in a row without a batch in between after which the sink is given up for now.</summary>
    private const int MostOpenings = 5;

    private readonly RecordType[] _types =
        [.. plan.Records.Where(type => sink.Records.Count == 0 || sink.Records.Contains(type.Name))];

    private int _worker;
    private int _openings;
    private long _committed;

    /// <exception cref="IOException">The sink does not take them now; the run stays and can be resumed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (cursor.IsComplete) return;
        await OpenAsync(cancellationToken);
        long number = 0, offset = 0;
        foreach (var batch in records.Read([.. _types.Select(type => type.Name)]).Chunk(sink.Batch))
        {
            if (++number > _committed) await CommitAsync(number, offset, batch, cancellationToken);
            offset += batch.Length;
        }

        await CompleteAsync(cancellationToken);
        cursor.Finish();
    }

    private async Task CommitAsync(long number, long offset, DatasetRecord[] batch, CancellationToken cancellationToken)
    {
        var meta = new SinkMeta { Run = run, Batch = number, Offset = offset, Types = [.. batch.Select(record => record.Type)] };
        ReadOnlyMemory<byte>[] blobs = [.. batch.Select(record => (ReadOnlyMemory<byte>)record.Json)];
        while (number > _committed)
        {
            if (await CallAsync("commit", meta, blobs, _worker, cancellationToken) is not { Fault: { } fault })
            {
                (_committed, _openings) = (number, 0);
                cursor.Move(number);
            }
            else
            {
                // Whether the batch is in nobody knows but the sink: it is asked.
                await ReopenAsync(fault, cancellationToken);
            }
        }
    }

    private async Task CompleteAsync(CancellationToken cancellationToken)
    {
        while (await CallAsync("complete", new SinkMeta { Run = run }, [], _worker, cancellationToken) is { Fault: { } fault })
            await ReopenAsync(fault, cancellationToken);
    }

    private async Task ReopenAsync(PluginFault fault, CancellationToken cancellationToken)
    {
        if (fault.SuspendsRun || _openings >= MostOpenings) throw new IOException(fault.Message);
        await OpenAsync(cancellationToken);
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        _openings++;
        var result = await CallAsync("begin", new SinkMeta { Run = run, Records = [.. _types.Select(Describe)] }, [], null, cancellationToken);
        if (result.Fault is { } fault) throw new IOException(fault.Message);
        _worker = result.Worker;
        // What the sink knows counts; one that knows nothing goes on behind what it last acknowledged.
        _committed = result.Value!.Batch ?? Math.Max(_committed, cursor.Batch);
    }

    private Task<JobResult<AnswerMeta>> CallAsync(
        string what, SinkMeta meta, ReadOnlyMemory<byte>[] blobs, int? onlyBy, CancellationToken cancellationToken)
    {
        var job = new Job<AnswerMeta>(new CallMeta { Do = what, Sink = meta }, blobs, $"the {what} of run {run}", AnswerReader.Meta) { OnlyBy = onlyBy };
        return plugins.RunAsync(sink.Plugin, job, cancellationToken);
    }

    private static SinkTypeMeta Describe(RecordType type) => new(
        type.Name, [.. type.Key], [.. type.Fields.Select(field => new SinkColumnMeta(field.Name, field.Type.ToString().ToLowerInvariant(), field.Many))]);
}
