using Trawl.Api.Runs;
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

    /// <summary>What holds a run back, or that nothing does any more.</summary>
    public static string HeldBack(HeldBackSnapshot? held) => held is null
        ? "Going on: nothing is short any more."
        : $"{(held.IsPaused ? "Paused" : "Slowed down")} ({held.Code}): {held.Message}";

    public static string State(RequestState state) => state.ToString().ToLowerInvariant();
}
