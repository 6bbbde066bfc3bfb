using Trawl.Model.Plans;
using Trawl.Storage.Runs;

namespace Trawl.Storage.Outputs;

/// <summary>One file to write.</summary>
/// <param name="Path">Where.</param>
/// <param name="Format">How.</param>
/// <param name="Types">What, in plan order.</param>
internal sealed record OutputTarget(string Path, OutputFormat Format, IReadOnlyList<RecordType> Types)
{
    internal static List<OutputTarget> Of(PipelinePlan plan, string folder, string runId)
    {
        var targets = new List<OutputTarget>();
        foreach (var output in plan.Outputs)
        {
            targets.AddRange(Of(output, plan, folder, runId));
        }

        return targets;
    }

    internal static IEnumerable<OutputTarget> Of(OutputPlan output, PipelinePlan plan, string folder, string runId)
    {
        var types = plan.Records.Where(t => output.Records.Count == 0 || output.Records.Contains(t.Name)).ToList();
        var path = (output.Path ?? Default(output.Format, folder, plan.Name))
            .Replace("{run}", runId, StringComparison.Ordinal);
        return path.Contains("{record}", StringComparison.Ordinal)
            ? types.Select(t => new OutputTarget(
                path.Replace("{record}", t.Name, StringComparison.Ordinal), output.Format, [t]))
            : [new OutputTarget(path, output.Format, types)];
    }

    private static string Default(OutputFormat format, string folder, string pipeline)
    {
        var name = format == OutputFormat.Sqlite ? pipeline : "{record}";
        return System.IO.Path.Combine(RunFiles.Datasets(folder), $"{name}.{format.ToString().ToLowerInvariant()}");
    }
}
