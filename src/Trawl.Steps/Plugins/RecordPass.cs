using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Plugins;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;
using Trawl.Model.Plugins;
using Trawl.Model.Records;

namespace Trawl.Steps.Plugins;

/// <summary>
/// Sends the valid records of a page through the steps of their types, all records of a type in one call. A record that a
/// step finds invalid goes no further.
/// </summary>
internal sealed class RecordPass(PipelinePlan plan, IPluginCaller plugins)
{
    private const int MostRecords = 1_000;
    private const int MostBytes = 8 << 20;

    private readonly Dictionary<string, (RecordType Type, RecordForm Form)> _types = plan.Records
        .Where(type => type.Steps.Count > 0)
        .ToDictionary(type => type.Name, type => (type, RecordForm.Of(type.Name, plan)), StringComparer.Ordinal);

    /// <summary>The outcome with the records as the plugins leave them; or why the page fails.</summary>
    public async ValueTask<(PageOutcome Outcome, PluginFault? Fault)> RunAsync(
        PluginWork work, PageOutcome outcome, CancellationToken cancellationToken)
    {
        if (_types.Count == 0 || outcome.Records.Count == 0) return (outcome, null);
        var records = outcome.Records.Select(record => new PassingRecord(record)).ToArray();
        foreach (var group in records.Where(record => record.IsValid && _types.ContainsKey(record.Type)).GroupBy(record => record.Type))
        {
            var (type, form) = _types[group.Key];
            var passing = group.ToList();
            foreach (var step in type.Steps)
            {
                if (await RunAsync(work, step, passing, cancellationToken) is { } fault) return (outcome, fault);
                passing.RemoveAll(record => !record.IsValid);
            }

            foreach (var record in group.Where(record => !record.IsDropped)) record.Form(form, type.Steps[^1].Plugin);
        }

        var left = records.Where(record => !record.IsDropped).Select(record => record.Result).ToArray();
        return (outcome with { Records = left, Fatal = outcome.Fatal ?? FatalOf(work, left) }, null);
    }

    private async ValueTask<PluginFault?> RunAsync(
        PluginWork work, RecordStep step, List<PassingRecord> records, CancellationToken cancellationToken)
    {
        for (var from = 0; from < records.Count;)
        {
            var batch = Batch(records, from);
            from += batch.Count;
            var call = new PluginCall
            {
                Plugin = step.Plugin, Kind = step.Kind, Step = step.Fields is null ? null : step, Page = work.Facts, RecordType = batch[0].Type,
                Records = [.. batch.Select(record => record.Payload)],
            };
            var reply = await plugins.CallAsync(call, cancellationToken);
            if (reply.Fault is not null) return reply.Fault;
            work.Note(call, reply);
            for (var i = 0; i < batch.Count; i++) batch[i].Take(reply.Items[i], step.Kind, step.Plugin);
        }

        return null;
    }

    private static List<PassingRecord> Batch(List<PassingRecord> records, int from)
    {
        var batch = new List<PassingRecord>();
        for (long bytes = 0; from < records.Count && batch.Count < MostRecords && (batch.Count == 0 || bytes < MostBytes); from++)
        {
            batch.Add(records[from]);
            bytes += records[from].Payload.Length;
        }

        return batch;
    }

    private string? FatalOf(PluginWork work, IReadOnlyList<NewRecord> records)
    {
        var broken = records.FirstOrDefault(record => record.Status == RecordStatus.Quarantined && PolicyOf(record) == InvalidPolicy.Fail);
        return broken is null ? null : $"The record \"{broken.Type}\" of \"{work.Page.Url}\" breaks a rule: {broken.Problems}";
    }

    private InvalidPolicy PolicyOf(NewRecord record) =>
        _types.TryGetValue(record.Type, out var known) ? known.Type.OnInvalid : InvalidPolicy.Quarantine;
}
