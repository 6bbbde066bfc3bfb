namespace Trawl.Model.Journal;

/// <summary>Kinds of journal entries. The numbers are stored and never reused.</summary>
public enum JournalKind
{
    /// <summary>The run was written down.</summary>
    RunAccepted = 1,

    /// <summary>An engine took the run over; the data names its epoch and what a dead one left behind.</summary>
    RunStarted = 2,

    /// <summary>The run stopped on request and can be resumed.</summary>
    RunInterrupted = 3,

    /// <summary>Every request is settled; outputs follow.</summary>
    RunDrained = 4,

    /// <summary>The run reached a final state.</summary>
    RunFinished = 5,

    /// <summary>Somebody asked for the run to be cancelled.</summary>
    CancelRequested = 6,

    /// <summary>The engine heeded a stop; the data says how.</summary>
    StopRequested = 7,

    /// <summary>An attempt ended, and settled its request or sent it back to wait.</summary>
    AttemptSettled = 10,

    /// <summary>A piece of a start point or sitemap went into the frontier.</summary>
    RequestsAdmitted = 11,

    /// <summary>A host's robots.txt was fetched, or could not be.</summary>
    RobotsFetched = 20,

    /// <summary>A host's delay changed.</summary>
    HostThrottled = 21,

    /// <summary>A budget is used up; no further request is begun.</summary>
    BudgetReached = 30,

    /// <summary>An output file stands.</summary>
    OutputPublished = 40,

    /// <summary>Something the user should know that does not stop the run.</summary>
    Warning = 50,

    /// <summary>How much the run may do changed; the data holds the reading and the rule.</summary>
    GovernorDecided = 31,

    /// <summary>The run was compared with earlier ones; the data holds what got worse.</summary>
    DriftJudged = 60,

    /// <summary>The run was held against the earlier one that it goes on from; the data holds what changed.</summary>
    ChangesCounted = 61,
}
