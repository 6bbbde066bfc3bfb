namespace Trawl.Model.Runs;

/// <summary>Where a run is in its life. A final state never changes.</summary>
public enum RunState
{
    /// <summary>Written down, not yet begun.</summary>
    Accepted,

    /// <summary>An engine works on it, or did when it died; <c>resume</c> goes on.</summary>
    Running,

    /// <summary>Stopped on request with everything saved; <c>resume</c> goes on.</summary>
    Interrupted,

    /// <summary>All requests are settled and the outputs are being written.</summary>
    Publishing,

    /// <summary>Final: all requests are settled and the outputs stand.</summary>
    Completed,

    /// <summary>Final: stopped by a rule of the pipeline or because nothing could be fetched.</summary>
    Failed,

    /// <summary>Final: cancelled; what was collected until then is published.</summary>
    Cancelled,
}
