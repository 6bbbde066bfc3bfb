namespace Trawl.Model.Runs;

/// <summary>Where a run is in its life. A final state never changes. The numbers are stored and never reused.</summary>
public enum RunState
{
    /// <summary>Written down, not yet begun.</summary>
    Accepted = 0,

    /// <summary>An engine works on it, or did when it died; <c>resume</c> goes on.</summary>
    Running = 1,

    /// <summary>Stopped on request with everything saved; <c>resume</c> goes on.</summary>
    Interrupted = 2,

    /// <summary>All requests are settled and the outputs are being written.</summary>
    Publishing = 3,

    /// <summary>Final: all requests are settled and the outputs stand.</summary>
    Completed = 4,

    /// <summary>Final: stopped by a rule of the pipeline or because nothing could be fetched.</summary>
    Failed = 5,

    /// <summary>Final: cancelled; what was collected until then is published.</summary>
    Cancelled = 6,
}
