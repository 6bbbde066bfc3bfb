using System.Globalization;
using Trawl.Model.Plans;

namespace Trawl.Plugins.Sinks;

/// <summary>A sink of a run under the name by which it is remembered, here and in its target.</summary>
/// <param name="Name">The plugin's name; from the second output of one plugin on with a number, as in <c>warehouse#2</c>.</param>
/// <param name="Sink">What the plan says.</param>
internal sealed record SinkOutlet(string Name, SinkPlan Sink)
{
    public static IEnumerable<SinkOutlet> Of(PipelinePlan plan)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sink in plan.Sinks)
        {
            var number = seen[sink.Plugin] = seen.GetValueOrDefault(sink.Plugin) + 1;
            // No name of a plugin holds that sign.
            yield return new SinkOutlet(number == 1 ? sink.Plugin : string.Create(CultureInfo.InvariantCulture, $"{sink.Plugin}#{number}"), sink);
        }
    }
}
