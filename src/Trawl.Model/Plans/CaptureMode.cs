namespace Trawl.Model.Plans;

/// <summary>Which exchanges of a run are recorded.</summary>
public enum CaptureMode
{
    /// <summary>All of them; the run can be replayed.</summary>
    Full,

    /// <summary>Those that failed: no answer, or a status of 400 and above.</summary>
    Failures,

    /// <summary>None.</summary>
    None,
}
