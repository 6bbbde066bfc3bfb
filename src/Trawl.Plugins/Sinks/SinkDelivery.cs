using System.Globalization;
using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plans;

namespace Trawl.Plugins.Sinks;

/// <summary>
/// Brings the records of a run to one sink, batch by batch. After a death, of the worker or of the engine, the sink is opened
/// again and says how far it is: what it knows counts. One that does not know goes on behind what it last acknowledged.
/// </summary>
internal sealed class SinkDelivery(PipelinePlan plan, SinkPlan sink, SinkCaller caller, IDatasetReader records, SinkProgress progress)
{
    /// <summary>Openings in a row without a batch in between after which the sink is given up for now.</summary>
    private const int MostOpenings = 5;

    private readonly RecordType[] _types =
        [.. plan.Records.Where(type => sink.Records.Count == 0 || sink.Records.Contains(type.Name))];

    private int _worker;
    private int _openings;
    private bool _knows;
    private long _committed;

    /// <exception cref="IOException">The sink does not take them now; the run stays and can be resumed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (progress.Position.IsComplete) return;
        await OpenAsync(cancellationToken);
        long number = 0, total = 0;
        foreach (var portion in SinkPortion.Of(records.Read([.. _types.Select(type => type.Name)]), sink.Batch))
        {
            (number, total) = (portion.Number, portion.End);
            if (number > _committed) await CommitAsync(portion, cancellationToken);
        }

        if (_committed > number) throw Doubted(_committed, $"the run has {Text(number)}");
        await CompleteAsync(cancellationToken);
        progress.Complete(number, total);
        CrashPoints.Reach(CrashPoint.SinkComplete);
    }

    private async Task CommitAsync(SinkPortion portion, CancellationToken cancellationToken)
    {
        while (portion.Number > _committed)
        {
            if (_committed < portion.Number - 1) throw Doubted(_committed, $"it has acknowledged {Text(portion.Number - 1)}");
            if (!_knows) progress.Sending(portion.Number, portion.Records.Length);
            CrashPoints.Reach(CrashPoint.SinkSending);
            var result = await caller.CommitAsync(portion, _worker, cancellationToken);
            if (result.Fault is { } fault) await ReopenAsync(fault, cancellationToken);
            else Acknowledge(portion);
        }
    }

    private void Acknowledge(SinkPortion portion)
    {
        CrashPoints.Reach(CrashPoint.SinkAnswered);
        progress.Acknowledged(portion.Number, portion.End);
        (_committed, _openings) = (portion.Number, 0);
    }

    private async Task CompleteAsync(CancellationToken cancellationToken)
    {
        while (await caller.CompleteAsync(_worker, cancellationToken) is { Fault: { } fault }) await ReopenAsync(fault, cancellationToken);
    }

    /// <summary>Whether the batch is in nobody knows but the sink: it is asked.</summary>
    private async Task ReopenAsync(PluginFault fault, CancellationToken cancellationToken)
    {
        if (fault.SuspendsRun || _openings >= MostOpenings) throw new IOException(fault.Message);
        await OpenAsync(cancellationToken);
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        _openings++;
        var result = await caller.BeginAsync(_types, cancellationToken);
        if (result.Fault is { } fault) throw new IOException(fault.Message);
        _worker = result.Worker;
        _knows = result.Value!.Batch is not null;
        if (caller.IsExactlyOnce && !_knows)
            throw new IOException($"The sink \"{caller.Plugin}\" is exactly-once by its manifest, and does not say which batch it has last.");
        _committed = result.Value.Batch ?? progress.Position.Committed;
    }

    private IOException Doubted(long claimed, string truth) => new(
        $"The sink \"{caller.Plugin}\" says that it has {Text(claimed)} of this run, and {truth}: "
        + "its target was changed by somebody else. Put it right, then resume the run.");

    private static string Text(long batches) => string.Create(CultureInfo.InvariantCulture, $"{batches} batches");
}
