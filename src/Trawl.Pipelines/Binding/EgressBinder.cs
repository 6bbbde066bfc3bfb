using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>egress</c>.</summary>
internal static class EgressBinder
{
    public static EgressPlan Bind(MapNode? map) => map is null ? new EgressPlan() : new EgressPlan
    {
        Allow = map.Texts("allow"),
        Ports = [.. map.Texts("ports").SelectMany(Range)],
        Schemes = map.Texts("schemes"),
    };

    private static IEnumerable<PortRange> Range(string text) => Ports.TryParse(text, out var range) ? [range] : [];
}
