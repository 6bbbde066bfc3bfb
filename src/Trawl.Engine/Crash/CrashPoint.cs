namespace Trawl.Engine.Crash;

/// <summary>Places where a test may kill the process; each is a promise about what holds if it dies there.</summary>
public enum CrashPoint
{
    RunAccepted,
    RecoveryStarted,
    RecoveryCommitted,
    CaptureCut,
    Leased,
    ResponseRead,
    CaptureHalfway,
    CaptureWritten,
    CaptureFlushed,
    OutcomeQueued,
    CommitBegun,
    CommitHalfway,
    CommitReady,
    CommitDone,
    OutputPartWritten,
    OutputFlushed,
    OutputRenamed,
    ManifestWritten,
    SinkSending,
    SinkAnswered,
    SinkNoted,
    SinkComplete,
    ProfileWritten,
    ChangesCounted,
    RunFinished,
}
