using Trawl.Engine.Seams.Plugins;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;
using Trawl.Model.Plugins;
using Trawl.Steps.Content;

namespace Trawl.Steps.Plugins;

/// <summary>Has plugins make records of pages, where a rule that matched says so.</summary>
internal sealed class PluginExtraction(PipelinePlan plan, IPluginCaller plugins)
{
    private readonly Dictionary<string, (ExtractStep Step, RecordForm Form)[]> _steps = plan.Pages
        .Where(rule => rule.Extract.Any(step => step.Plugin is not null))
        .ToDictionary(
            rule => rule.Name,
            rule => rule.Extract.Where(step => step.Plugin is not null).Select(step => (step, RecordForm.Of(step.Record, plan))).ToArray(),
            StringComparer.Ordinal);

    /// <summary>The records of all rules that matched, in the order of the rules; or why there are none.</summary>
    public async ValueTask<(IReadOnlyList<NewRecord> Records, PluginFault? Fault)> ExtractAsync(
        PluginWork work, IReadOnlyList<string> rules, CancellationToken cancellationToken)
    {
        if (_steps.Count == 0) return ([], null);
        var records = new List<NewRecord>();
        foreach (var rule in rules)
        {
            if (!_steps.TryGetValue(rule, out var steps)) continue;
            foreach (var (step, form) in steps)
            {
                if (await ExtractAsync(work, step, form, records, cancellationToken) is { } fault) return ([], fault);
            }
        }

        return (records, null);
    }

    private async ValueTask<PluginFault?> ExtractAsync(
        PluginWork work, ExtractStep step, RecordForm form, List<NewRecord> records, CancellationToken cancellationToken)
    {
        var body = work.Body(out var fault);
        if (fault is not null) return fault;
        var call = new PluginCall
        {
            Plugin = step.Plugin!, Kind = PluginKind.Extract, Page = work.Facts, Body = body, RecordType = step.Record,
        };
        var reply = await plugins.CallAsync(call, cancellationToken);
        if (reply.Fault is not null) return reply.Fault;
        work.Note(call, reply);
        foreach (var item in reply.Items.Take(PageLimits.Records - records.Count))
            records.Add(form.Build(item.Payload, item.Problems, step.Plugin!));
        return null;
    }
}
