namespace Trawl.Engine.Seams.Governing;

/// <summary>What a run may do now.</summary>
public sealed record RunAllowance
{
    /// <summary>Everything its plan says.</summary>
    public static RunAllowance Unlimited { get; } = new();

    /// <summary>Requests in flight at most; 0 pauses the run.</summary>
    public int Jobs { get; init; } = int.MaxValue;

    /// <summary>Requests in flight to one host at most.</summary>
    public int JobsPerHost { get; init; } = int.MaxValue;

    /// <summary>Whether start points and sitemaps may bring requests into the frontier.</summary>
    public bool MayAdmit { get; init; } = true;

    /// <summary>Whether outputs may be written.</summary>
    public bool MayPublish { get; init; } = true;

    /// <summary>How often caches were to be given up so far; each time the number grows they are.</summary>
    public int Sheds { get; init; }

    /// <summary>Why the run may do less than its plan says; null when nothing holds it back.</summary>
    public HeldBack? Why { get; init; }
}
