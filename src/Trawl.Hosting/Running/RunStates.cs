using Trawl.Model.Runs;

namespace Trawl.Hosting.Running;

internal static class RunStates
{
    /// <summary>Whether nothing can change the run any more.</summary>
    public static bool IsFinal(RunState state) => state is RunState.Completed or RunState.Failed or RunState.Cancelled;
}
