using Trawl.Model.Requests;
using Trawl.Model.Runs;

namespace Trawl.Cli;

/// <summary>States in words.</summary>
internal static class RunWords
{
    public static string State(RunState state) => state switch
    {
        RunState.Accepted => "accepted",
        RunState.Running => "running",
        RunState.Interrupted => "stopped",
        RunState.Publishing => "writing outputs",
        RunState.Completed => "completed",
        RunState.Failed => "failed",
        _ => "cancelled",
    };

    public static string State(RequestState state) => state.ToString().ToLowerInvariant();
}
