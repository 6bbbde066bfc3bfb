namespace Trawl.Engine.Running;

/// <summary>Why the loop begins nothing new.</summary>
internal enum EndReason
{
    None,

    /// <summary>All is done.</summary>
    Drained,

    /// <summary>A budget of the scope is used up.</summary>
    Budget,

    /// <summary>Somebody stopped it; the run can be resumed.</summary>
    Stopped,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,

    /// <summary>A rule of the pipeline ends the run.</summary>
    Fatal,
}
