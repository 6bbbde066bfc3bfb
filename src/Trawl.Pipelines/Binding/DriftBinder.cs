using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>drift</c>.</summary>
internal static class DriftBinder
{
    private static readonly DriftPlan _default = new();

    /// <summary>Null when nothing is said, so that a plan has the hash it had before there was this section.</summary>
    public static DriftPlan? Bind(Node? node) => node switch
    {
        MapNode map => new DriftPlan
        {
            Runs = map.Count("runs") ?? _default.Runs,
            Least = map.Count("least") ?? _default.Least,
            Change = map.Count("change") ?? _default.Change,
            Ignore = map.Texts("ignore"),
            Since = map.Text("since") is { } text && Moment.TryParse(text, out var moment) ? moment : null,
        },
        _ => node.AsText() == "off" ? new DriftPlan { Enabled = false } : null,
    };
}
