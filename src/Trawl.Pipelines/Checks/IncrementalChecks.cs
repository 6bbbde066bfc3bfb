using Trawl.Model.Plans;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Checks;

/// <summary>Whether the next run finds the pages that it is to go on from.</summary>
internal sealed class IncrementalChecks(BoundPlan bound, DiagnosticSink sink)
{
    public void Run()
    {
        if (bound.Plan is { Incremental: not null, Capture.Mode: not CaptureMode.Full } && bound.Places.Root["capture"] is { } capture)
            sink.Add(Rules.NothingToGoOnFrom, capture, "The pipeline is incremental, and does not record its pages.");
    }
}
