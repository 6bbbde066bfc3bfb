using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Checks;

/// <summary>What the parts of a plan mean together.</summary>
internal static class PlanChecks
{
    public static void Run(BoundPlan bound, PipelineSource source, DiagnosticSink sink)
    {
        new StartChecks(bound, sink).Run(source);
        new PageChecks(bound, sink).Run();
        new FieldChecks(bound.Places, sink).Run(bound.Plan);
        new RecordChecks(bound, sink).Run();
        new OutputChecks(bound, sink).Run();
        new FetchChecks(bound, sink).Run();
        new GateChecks(bound, sink).Run();
        new IncrementalChecks(bound, sink).Run();
        new ProxyChecks(bound, sink).Run();
        new PluginChecks(bound, sink).Run(source);
        new PluginUseChecks(bound, sink).Run();
        new EnrichmentChecks(bound, sink).Run();
    }
}
