using Trawl.Model.Plans;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Checks;

/// <summary>Whether outputs name what there is, and do not write over each other.</summary>
internal sealed class OutputChecks(BoundPlan bound, DiagnosticSink sink)
{
    private readonly PipelinePlan _plan = bound.Plan;
    private readonly PlanPlaces _places = bound.Places;

    public void Run()
    {
        foreach (var output in _plan.Outputs)
        {
            CheckRecords(output);
            CheckMixed(output);
        }

        CheckSame();
    }

    private void CheckRecords(OutputPlan output)
    {
        if (_places.Of(output) is not MapNode map || _places.Root["pages"] is { HasFault: true }) return;
        foreach (var item in map["records"].Items())
            if (item.AsText() is { } name && _plan.Records.All(r => r.Name != name))
                sink.Add(Rules.UnknownRecord, item, $"No rule extracts \"{name}\".",
                    Spelling.Suggest(name, _plan.Records.Select(r => r.Name)));
    }

    private void CheckMixed(OutputPlan output)
    {
        if (output.Format == OutputFormat.Sqlite || output.Path is null
            || output.Path.Contains("{record}", StringComparison.Ordinal)) return;
        int count = output.Records.Count == 0 ? _plan.Records.Count : output.Records.Count;
        if (count > 1)
            sink.Add(Rules.MixedFile, _places.Of(output, "path"),
                $"{count} record types would go into the one file \"{Path.GetFileName(output.Path)}\".");
    }

    private void CheckSame()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var output in _plan.Outputs)
        {
            string where = output.Path ?? $"datasets, as {output.Format}";
            if (!seen.Add(where)) sink.Add(
                Rules.SameFile, _places.Of(output, "path"), $"Another output already writes \"{where}\".");
        }
    }
}
