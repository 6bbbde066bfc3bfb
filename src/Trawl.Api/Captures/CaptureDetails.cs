namespace Trawl.Api.Captures;

/// <summary>What a run has recorded.</summary>
public sealed record CaptureDetails
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The files in their order; empty when nothing was recorded.</summary>
    public required IReadOnlyList<CaptureFileInfo> Files { get; init; }

    /// <summary>Bytes of all files.</summary>
    public long Bytes { get; init; }

    /// <summary>Exchanges, those for robots.txt and further attempts included.</summary>
    public long Exchanges { get; init; }

    /// <summary>Exchanges with an answer.</summary>
    public long Answers { get; init; }

    /// <summary>Answers whose body had been recorded before and was not stored again.</summary>
    public long Revisits { get; init; }

    /// <summary>Exchanges that went wrong, or were answered with a status of 400 and above.</summary>
    public long Failures { get; init; }

    /// <summary>What the check found; null when none was asked for.</summary>
    public CaptureVerdict? Verdict { get; init; }
}
