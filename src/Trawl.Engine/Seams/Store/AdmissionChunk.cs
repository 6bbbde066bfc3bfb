namespace Trawl.Engine.Seams.Store;

/// <summary>A piece of a start point or sitemap on its way into the frontier. Each source hands over one at a time.</summary>
/// <param name="Requests">What it found, in its order.</param>
public sealed record AdmissionChunk(IReadOnlyList<NewRequest> Requests)
{
    /// <summary>When it was handed over.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The sitemap it stands in; null for start points.</summary>
    public long? RequestId { get; init; }

    /// <summary>Start points now fully in the frontier; null leaves the stored number.</summary>
    public int? StartPointsAdmitted { get; init; }
}
