using Trawl.Model.Plugins;

namespace Trawl.Model.Plans;

/// <summary>What a plugin does with each valid record of a type.</summary>
/// <param name="Kind">Transform, enrich or validate.</param>
/// <param name="Plugin">The plugin's name in the pipeline.</param>
public sealed record RecordStep(PluginKind Kind, string Plugin);
