namespace Trawl.Engine.Seams.Governing;

/// <summary>What the governor is to one run. Its answers are of the live run: a replay is given the decisions, and has no governor.</summary>
public interface IRunGovernor
{
    /// <summary>What the run may do now. Read very often, on any thread: it costs a field.</summary>
    RunAllowance Allowance { get; }

    /// <summary>Has somebody told, on any thread, when the allowance or the decisions changed. The last one who asks.</summary>
    void Watch(Action changed);

    /// <summary>Decisions that concern the run since the last call, the oldest first.</summary>
    IReadOnlyList<GovernorDecision> TakeDecisions();
}
