using Trawl.Model.Plugins;

namespace Trawl.Model.Plans;

/// <summary>What is done with each valid record of a type: by a plugin, by a tool of a server, or by a model.</summary>
/// <param name="Kind">Transform, enrich or validate; tools and models enrich.</param>
/// <param name="Plugin">The plugin's name in the pipeline, the tool as <c>server/tool</c>, or the model's name.</param>
public sealed record RecordStep(PluginKind Kind, string Plugin)
{
    /// <summary>The tool to call; null when it is not a tool's step.</summary>
    public ToolCallPlan? Call { get; init; }

    /// <summary>What to ask a model; null when it is not a model's step.</summary>
    public ModelAskPlan? Ask { get; init; }

    /// <summary>The fields that the tool or the model fills in; null for a plugin, whose manifest says it.</summary>
    public IReadOnlyList<StepField>? Fields { get; init; }
}
